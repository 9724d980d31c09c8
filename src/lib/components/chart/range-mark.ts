import type { Mark } from '#lib/charts/chart.ts';
import type { Palette } from './palette.ts';

type Quantiles = (Mark & { kind: 'range' })['quantiles'];

/** Where a range stands or lies, and how much room there is beside it in pixels. */
type Way = {
	readonly pointAt: (amount: number) => readonly [number, number];
	readonly room: number;
	readonly palette: Pick<Palette, 'ink' | 'sheet'>;
};

/** Of the thick line and the dot where there is room enough, and of the sheet that shows around them. */
const thick = 7;
const dot = 6;
const edge = 3;

/**
 * Draws a model result: a thin line from p5 to p95, a thick one from p25 to p75, a dot at the median. The
 * sheet shows around it, so that it stays readable over bars of any colour, also in grey.
 */
export function drawRange(
	ctx: CanvasRenderingContext2D,
	[p5, p25, p50, p75, p95]: Quantiles,
	{ pointAt, room, palette }: Way
): void {
	const part = Math.min(1, room / (2.5 * dot));
	const lines = [
		[p5, p95, 2],
		[p25, p75, Math.max(2, thick * part)]
	] as const;
	ctx.save();
	for (const [colour, wider] of [
		[palette.sheet, edge],
		[palette.ink.ink, 0]
	] as const) {
		ctx.strokeStyle = colour;
		for (const [from, to, width] of lines) {
			ctx.lineWidth = width + wider;
			ctx.beginPath();
			ctx.moveTo(...pointAt(from));
			ctx.lineTo(...pointAt(to));
			ctx.stroke();
		}
	}
	ctx.beginPath();
	ctx.arc(...pointAt(p50), Math.max(2.5, dot * part), 0, 2 * Math.PI);
	ctx.fillStyle = palette.ink.ink;
	ctx.fill();
	ctx.strokeStyle = palette.sheet;
	ctx.lineWidth = 2 * part;
	ctx.stroke();
	ctx.restore();
}

/** Draws between which ends something lies: a thin line with a stroke at both ends. */
export function drawInterval(
	ctx: CanvasRenderingContext2D,
	ends: readonly [number, number],
	{ pointAt, palette }: Pick<Way, 'pointAt' | 'palette'>
): void {
	const [[from, y], [to]] = [pointAt(ends[0]), pointAt(ends[1])];
	ctx.save();
	for (const [colour, width] of [
		[palette.sheet, 2 + edge],
		[palette.ink.ink, 2]
	] as const) {
		ctx.strokeStyle = colour;
		ctx.lineWidth = width;
		ctx.beginPath();
		ctx.moveTo(from, y);
		ctx.lineTo(to, y);
		for (const x of [from, to]) {
			ctx.moveTo(x, y - dot);
			ctx.lineTo(x, y + dot);
		}
		ctx.stroke();
	}
	ctx.restore();
}
