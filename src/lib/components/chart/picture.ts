import type { Chart as ChartOfLibrary } from 'chart.js';
import type { Drawing } from '#lib/charts/chart.ts';
import { configurationOf } from './configuration.ts';
import { heightOf } from './height.ts';
import { marksPlugin, triangle } from './marks.ts';
import type { Palette } from './palette.ts';
import { drawRange } from './range-mark.ts';
import { wrapped } from './wrapped.ts';

/** What is on a picture: all that somebody needs who sees it without the screen around it. */
export type Picture = {
	readonly title: string;
	readonly sentence: string;
	readonly drawing: Drawing;
	/** The words for the marks that the drawing has. */
	readonly marks: readonly { readonly kind: 'range' | 'corrected'; readonly label: string }[];
	/** Of what, over how long, in which euros, and what is left out. */
	readonly basis: string;
};

/** Of the picture in CSS pixels; it is drawn with twice as many, so that it is sharp in print. */
const width = 960;
const margin = 40;
const sharp = 2;
const rem = 16;

/**
 * Draws a chart with its words on a white ground, as a PNG.
 * @throws {Error} when this browser can't make pictures
 */
export function pictureOf(
	picture: Picture,
	palette: Palette,
	Library: typeof ChartOfLibrary
): Promise<Blob> {
	const canvas = document.createElement('canvas');
	const sheet = new Sheet(canvas, palette);
	// The first time to know how high it is, the second time to draw.
	const height = layOut(picture, sheet);
	sheet.prepare(height);
	const drawn = drawingOf(picture.drawing, palette, Library);
	layOut(picture, sheet, drawn.canvas);
	drawn.destroy();
	return asPng(canvas);
}

function layOut(picture: Picture, sheet: Sheet, drawn?: HTMLCanvasElement): number {
	const { title, sentence, drawing, marks, basis } = picture;
	sheet.start();
	sheet.write(title, { size: 24, weight: 680 });
	sheet.write(sentence, { size: 16 });
	sheet.place(drawn, heightOf(drawing) * rem);
	sheet.legend([
		...drawing.series.map((series) => ({ label: series.label, sample: sheet.swatch(series) })),
		...marks.map(({ kind, label }) => ({ label, sample: sheet.mark(kind) }))
	]);
	if (drawing.note) sheet.write(drawing.note, { size: 14 });
	sheet.write(basis, { size: 14 });
	return sheet.end();
}

/** The drawing alone, drawn away from the screen; the library keeps a chart until it is destroyed. */
function drawingOf(
	drawing: Drawing,
	palette: Palette,
	Library: typeof ChartOfLibrary
): Pick<ChartOfLibrary, 'canvas' | 'destroy'> {
	const canvas = document.createElement('canvas');
	canvas.width = width - 2 * margin;
	canvas.height = heightOf(drawing) * rem;
	const letters = { ...palette, font: { ...palette.font, size: 14 } };
	const { data, options } = configurationOf(drawing, letters);
	return new Library(canvas, {
		...{ type: 'bar', data },
		options: { ...options, responsive: false, devicePixelRatio: sharp },
		plugins: [marksPlugin(() => ({ drawing, palette: letters }))]
	});
}

function asPng(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((resolve, reject) => {
		canvas.toBlob((blob) => {
			if (blob) resolve(blob);
			else reject(new Error('This browser makes no picture of a canvas.'));
		}, 'image/png');
	});
}

type Sample = (x: number, middle: number) => void;

/** A sheet that is filled from top to bottom. */
class Sheet {
	readonly #canvas: HTMLCanvasElement;
	readonly #ctx: CanvasRenderingContext2D;
	readonly #palette: Palette;
	#y = margin;

	constructor(canvas: HTMLCanvasElement, palette: Palette) {
		const ctx = canvas.getContext('2d');
		if (!ctx) throw new Error('This browser draws no pictures.');
		this.#canvas = canvas;
		this.#ctx = ctx;
		this.#palette = palette;
	}

	/** Makes the sheet this high, and white. */
	prepare(height: number): void {
		this.#canvas.width = width * sharp;
		this.#canvas.height = Math.ceil(height) * sharp;
		this.#ctx.scale(sharp, sharp);
		this.#ctx.fillStyle = 'white';
		this.#ctx.fillRect(0, 0, width, height + 1);
	}

	start(): void {
		this.#y = margin;
	}

	end(): number {
		return this.#y + margin - 12;
	}

	write(text: string, { size, weight }: { size: number; weight?: number }): void {
		this.#letters(size, weight);
		this.#ctx.textBaseline = 'top';
		for (const line of wrapped(text, this.#ctx, width - 2 * margin)) {
			this.#ctx.fillText(line, margin, this.#y);
			this.#y += size * 1.35;
		}
		this.#y += 12;
	}

	place(drawn: HTMLCanvasElement | undefined, height: number): void {
		if (drawn) this.#ctx.drawImage(drawn, margin, this.#y, width - 2 * margin, height);
		this.#y += height + 16;
	}

	/** Says beside each other what is drawn, on as many lines as that takes. */
	legend(entries: readonly { readonly label: string; readonly sample: Sample }[]): void {
		this.#letters(14);
		this.#ctx.textBaseline = 'middle';
		let x = margin;
		for (const { label, sample } of entries) {
			const taken = 52 + this.#ctx.measureText(label).width;
			if (x > margin && x + taken > width - margin) {
				x = margin;
				this.#y += 24;
			}
			sample(x, this.#y + 10);
			this.#letters(14);
			this.#ctx.fillText(label, x + 46, this.#y + 10);
			x += taken + 20;
		}
		this.#y += 40;
	}

	/** A small piece of a bar or a line. */
	swatch({ shape, ink, texture }: Drawing['series'][number]): Sample {
		return (x, middle) => {
			const ctx = this.#ctx;
			ctx.save();
			ctx.strokeStyle = this.#palette.ink[ink];
			ctx.fillStyle = this.#palette.fill(ink, shape === 'line' ? 'solid' : texture);
			ctx.lineWidth = 1.5;
			if (texture === 'dotted') ctx.setLineDash([4, 3]);
			const [top, height] = shape === 'line' ? [middle - 1.5, 3] : [middle - 7, 14];
			ctx.fillRect(x, top, 38, height);
			if (shape === 'bars') ctx.strokeRect(x, top, 38, height);
			ctx.restore();
		};
	}

	/** How a result or what is left of it after correction is drawn. */
	mark(kind: 'range' | 'corrected'): Sample {
		return (x, middle) => {
			const palette = this.#palette;
			if (kind === 'corrected') return triangle(this.#ctx, [x + 19, middle + 6], palette);
			const pointAt = (part: number) => [x + part, middle] as const;
			drawRange(this.#ctx, [0, 9, 19, 29, 38], { pointAt, room: Infinity, palette });
		};
	}

	#letters(size: number, weight = this.#palette.font.weight): void {
		this.#ctx.font = `${weight} ${size}px ${this.#palette.font.family}`;
		this.#ctx.fillStyle = this.#palette.ink.ink;
	}
}
