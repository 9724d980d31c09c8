import type { Ink, Texture } from '#lib/charts/chart.ts';
import type { Palette } from './palette.ts';
import { overhang, svgImage } from './svg-image.ts';

/**
 * Paints a part of a page on a canvas as it would stand on paper: its words, its drawings, and small
 * pieces of colour. It is laid out again beside the original in the light theme, as wide as it is now,
 * and taken away at once. Whatever is only for screen readers or opens a menu, is left out.
 *
 * @throws {Error} when this browser can't make pictures
 */
export async function painted(
	part: HTMLElement,
	{ scale, palette }: { readonly scale: number; readonly palette: Palette }
): Promise<HTMLCanvasElement> {
	const copy = beside(part);
	try {
		const { width, height } = copy.getBoundingClientRect();
		const canvas = document.createElement('canvas');
		canvas.width = Math.ceil(width * scale);
		canvas.height = Math.ceil(height * scale);
		const ctx = canvas.getContext('2d');
		if (!ctx) throw new Error('This browser draws no pictures.');
		ctx.scale(scale, scale);
		await new Painter(ctx, copy, palette).paint(copy);
		return canvas;
	} finally {
		copy.parentElement?.remove();
	}
}

/** Lays a copy out where nobody sees it, under the same styles. */
function beside(part: HTMLElement): HTMLElement {
	const place = document.createElement('div');
	const { width } = part.getBoundingClientRect();
	place.dataset['theme'] = 'light';
	place.inert = true;
	place.style.cssText = `position:absolute;left:-9999px;top:0;width:${width}px;color:var(--ink)`;
	const copy = part.cloneNode(true) as HTMLElement;
	for (const opener of copy.querySelectorAll('[aria-haspopup=menu]')) opener.remove();
	place.append(copy);
	part.parentElement?.append(place);
	return copy;
}

class Painter {
	readonly #ctx: CanvasRenderingContext2D;
	readonly #palette: Palette;
	readonly #left: number;
	readonly #top: number;

	constructor(ctx: CanvasRenderingContext2D, root: HTMLElement, palette: Palette) {
		this.#ctx = ctx;
		this.#palette = palette;
		({ left: this.#left, top: this.#top } = root.getBoundingClientRect());
	}

	async paint(node: Node): Promise<void> {
		if (node instanceof Text) return this.#words(node);
		if (node instanceof SVGSVGElement) return this.#drawing(node);
		if (!(node instanceof HTMLElement) || getComputedStyle(node).clipPath !== 'none') return;
		this.#box(node);
		for (const child of node.childNodes) await this.paint(child);
	}

	/** A line breaks between words, so each word is written where it stands. */
	#words(text: Text): void {
		const { parentElement, data } = text;
		if (!parentElement) return;
		const style = getComputedStyle(parentElement);
		for (const { index, 0: word } of data.matchAll(/\S+/g)) {
			const range = document.createRange();
			range.setStart(text, index);
			range.setEnd(text, index + word.length);
			const { left, top, height } = range.getBoundingClientRect();
			this.#write(word, style, { x: left, middle: top + height / 2 });
		}
	}

	#write(
		word: string,
		style: CSSStyleDeclaration,
		{ x, middle }: { readonly x: number; readonly middle: number }
	): void {
		const ctx = this.#ctx;
		ctx.font = fontOf(style);
		ctx.fillStyle = style.color;
		ctx.textAlign = 'left';
		ctx.textBaseline = 'alphabetic';
		const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = ctx.measureText(word);
		ctx.fillText(word, x - this.#left, middle - this.#top + (above - below) / 2);
	}

	/** A piece of colour, as of a legend, and the lines under and over a cell. */
	#box(element: HTMLElement): void {
		const ctx = this.#ctx;
		const style = getComputedStyle(element);
		const { left, top, width, height } = element.getBoundingClientRect();
		const [x, y] = [left - this.#left, top - this.#top];
		const { ink, texture } = element.dataset;
		if (ink && texture) {
			// Textures of the style sheet are made again by the hand that draws those of the charts.
			ctx.fillStyle = this.#palette.fill(ink as Ink, texture as Texture);
			ctx.fillRect(x, y, width, height);
			ctx.strokeStyle = style.color;
			ctx.lineWidth = 1.5;
			return ctx.strokeRect(x, y, width, height);
		}
		ctx.fillStyle = style.backgroundColor;
		ctx.fillRect(x, y, width, height);
		const edges = [
			[style.borderTopWidth, style.borderTopColor, [x, y, width, 0]],
			[style.borderBottomWidth, style.borderBottomColor, [x, y + height, width, 0]],
			[style.borderLeftWidth, style.borderLeftColor, [x, y, 0, height]]
		] as const;
		for (const [thick, colour, [fromX, fromY, along, down]] of edges) {
			const lineWidth = parseFloat(thick);
			if (!lineWidth) continue;
			ctx.strokeStyle = colour;
			ctx.lineWidth = lineWidth;
			ctx.beginPath();
			ctx.moveTo(fromX, fromY);
			ctx.lineTo(fromX + along, fromY + down);
			ctx.stroke();
		}
	}

	async #drawing(svg: SVGSVGElement): Promise<void> {
		const { left, top, width, height } = svg.getBoundingClientRect();
		if (width === 0 || height === 0) return;
		const [x, y] = [left - this.#left, top - this.#top];
		const image = await svgImage(svg, { width, height });
		const [across, down] = [width + 2 * overhang, height + 2 * overhang];
		this.#ctx.drawImage(image, x - overhang, y - overhang, across, down);
		for (const text of svg.querySelectorAll('text')) this.#writeInDrawing(text);
	}

	/** A picture of a drawing has no letters of ours, so its words are written over it. */
	#writeInDrawing(text: SVGTextElement): void {
		const matrix = text.getScreenCTM();
		const words = text.textContent.trim();
		if (!matrix || words === '') return;
		const style = getComputedStyle(text);
		const ctx = this.#ctx;
		const start = text.getStartPositionOfChar(0).matrixTransform(matrix);
		ctx.save();
		ctx.translate(start.x - this.#left, start.y - this.#top);
		ctx.scale(matrix.a, matrix.d);
		ctx.font = fontOf(style);
		ctx.textAlign = 'left';
		ctx.textBaseline = style.dominantBaseline === 'central' ? 'middle' : 'alphabetic';
		if (style.stroke !== 'none') {
			ctx.strokeStyle = style.stroke;
			ctx.lineWidth = parseFloat(style.strokeWidth);
			ctx.lineJoin = 'round';
			ctx.strokeText(words, 0, 0);
		}
		ctx.fillStyle = style.fill;
		ctx.fillText(words, 0, 0);
		ctx.restore();
	}
}

function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): string {
	return `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
}
