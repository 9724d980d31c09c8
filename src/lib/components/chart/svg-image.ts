/** What the style sheet says of a drawing and its picture must say itself. */
const styled = [
	...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
	...['stroke-linejoin', 'stroke-linecap', 'color', 'opacity', 'vector-effect', 'visibility']
] as const;

/**
 * Makes a picture of a drawing that stands in the page, with all its colours in it, so that it needs
 * nothing of the page any more. Its words are left out: a picture knows only the letters of the device.
 */
export async function svgImage(
	svg: SVGSVGElement,
	{ width, height }: { readonly width: number; readonly height: number }
): Promise<HTMLImageElement> {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const [from, to] = [svg, copy].map((one) => [one, ...one.querySelectorAll<SVGElement>('*')]);
	for (const [place, element] of (from ?? []).entries()) {
		const style = getComputedStyle(element);
		const written = styled.map((name) => `${name}:${style.getPropertyValue(name)}`);
		to?.[place]?.setAttribute('style', written.join(';'));
	}
	for (const text of copy.querySelectorAll('text, title')) text.remove();
	// Twice as large as it stands there, so that it stays sharp.
	copy.setAttribute('width', String(2 * width));
	copy.setAttribute('height', String(2 * height));
	if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
	const image = new Image();
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
	await image.decode();
	return image;
}
