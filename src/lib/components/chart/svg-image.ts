/** What the style sheet says of a drawing and its picture must say itself. */
const styled = [
	...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray'],
	...['r', 'stroke-linejoin', 'stroke-linecap', 'color', 'opacity', 'vector-effect', 'visibility']
] as const;

/** How far around a drawing its picture goes, in pixels of the screen. */
export const overhang = 16;

/**
 * Makes a picture of a drawing that stands in the page, with all its colours in it, so that it needs
 * nothing of the page any more. Its words are left out: a picture knows only the letters of the device.
 * The picture reaches `overhang` beyond each side of the drawing.
 */
export async function svgImage(
	svg: SVGSVGElement,
	{ width, height }: { readonly width: number; readonly height: number }
): Promise<HTMLImageElement> {
	const copy = svg.cloneNode(true) as SVGSVGElement;
	const [from, to] = [svg, copy].map((one) => [one, ...one.querySelectorAll<SVGElement>('*')]);
	for (const [place, element] of (from ?? []).entries()) {
		const style = getComputedStyle(element);
		// One by one: our policy keeps out a style that is written as an attribute.
		for (const name of styled) to?.[place]?.style.setProperty(name, style.getPropertyValue(name));
	}
	for (const text of copy.querySelectorAll('text, title')) text.remove();
	if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
	for (const [name, value] of Object.entries({ x: overhang, y: overhang, width, height }))
		copy.setAttribute(name, String(value));
	// A drawing may reach over its edge, as half of a dot at its very end does.
	copy.style.overflow = getComputedStyle(svg).overflow;
	const image = new Image();
	const written = new XMLSerializer().serializeToString(within(copy, { width, height }));
	image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(written)}`;
	await image.decode();
	return image;
}

/** Puts a drawing on a sheet with room around it, twice as large as it stands there, so that it stays sharp. */
function within(copy: SVGSVGElement, size: Record<'width' | 'height', number>): SVGSVGElement {
	const sheet = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const [across, down] = [size.width + 2 * overhang, size.height + 2 * overhang];
	sheet.setAttribute('width', String(2 * across));
	sheet.setAttribute('height', String(2 * down));
	sheet.setAttribute('viewBox', `0 0 ${across} ${down}`);
	sheet.append(copy);
	return sheet;
}
