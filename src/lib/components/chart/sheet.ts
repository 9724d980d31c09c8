import type { Drawing, ExplainedMark } from '#lib/charts/chart.ts';
import { triangle } from './marks.ts';
import type { Palette } from './palette.ts';
import { drawInterval, drawRange } from './range-mark.ts';
import { wrapped } from './wrapped.ts';

/** Of the picture in CSS pixels; it is drawn with twice as many, so that it is sharp in print. */
const width = 960;
const margin = 40;

/** How many pixels a picture has for one of the screen. */
export const sharp = 2;

/** What a drawing has of the width of a sheet. */
export const drawnWidth = width - 2 * margin;

type Sample = (x: number, middle: number) => void;

/** A white sheet that is filled from top to bottom. */
export class Sheet {
	readonly #canvas = document.createElement('canvas');
	readonly #ctx: CanvasRenderingContext2D;
	readonly #palette: Palette;
	#y = margin;

	/** @throws {Error} when this browser can't make pictures */
	constructor(palette: Palette) {
		const ctx = this.#canvas.getContext('2d');
		if (!ctx) throw new Error('This browser draws no pictures.');
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
		for (const line of wrapped(text, this.#ctx, drawnWidth)) {
			this.#ctx.fillText(line, margin, this.#y);
			this.#y += size * 1.35;
		}
		this.#y += 12;
	}

	place(drawn: HTMLCanvasElement | undefined, height: number, across = drawnWidth): void {
		if (drawn) this.#ctx.drawImage(drawn, margin, this.#y, across, height);
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

	/** How a mark is drawn. */
	mark(kind: ExplainedMark): Sample {
		return (x, middle) => {
			const palette = this.#palette;
			if (kind === 'corrected') return triangle(this.#ctx, [x + 19, middle + 6], palette);
			const pointAt = (part: number) => [x + part, middle] as const;
			if (kind === 'interval') return drawInterval(this.#ctx, [0, 38], { pointAt, palette });
			drawRange(this.#ctx, [0, 9, 19, 29, 38], { pointAt, room: Infinity, palette });
		};
	}

	toPng(): Promise<Blob> {
		return new Promise((resolve, reject) => {
			this.#canvas.toBlob((blob) => {
				if (blob) resolve(blob);
				else reject(new Error('This browser makes no picture of a canvas.'));
			}, 'image/png');
		});
	}

	#letters(size: number, weight = this.#palette.font.weight): void {
		this.#ctx.font = `${weight} ${size}px ${this.#palette.font.family}`;
		this.#ctx.fillStyle = this.#palette.ink.ink;
	}
}
