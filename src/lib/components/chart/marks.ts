import type { Chart, Plugin } from 'chart.js';
import type { Drawing, Mark } from '#lib/charts/chart.ts';
import type { Palette } from './palette.ts';
import { drawInterval, drawRange } from './range-mark.ts';

/** What is on the canvas now. */
export type Shown = { readonly drawing: Drawing; readonly palette: Palette };
type Area = { left: number; right: number; top: number; bottom: number };
type Place = { readonly area: Area; readonly at: (amount: number) => number };

/** Draws what stands over the bars: dashed edges of wishes, lines, results with their range. */
export function marksPlugin(shown: () => Shown): Plugin<'bar' | 'line'> {
	return {
		id: 'marks',
		beforeDatasetsDraw(chart) {
			for (const mark of shown().drawing.marks)
				if (mark.kind === 'line') drawLine(chart, mark, shown());
		},
		afterDatasetsDraw(chart) {
			const { drawing, palette } = shown();
			drawDashedEdges(chart, shown());
			const place = placeOf(chart, drawing);
			for (const mark of drawing.marks) {
				if (mark.kind === 'range') drawRangeOf(chart, mark, { place, palette });
				if (mark.kind === 'corrected') drawTriangle(chart.ctx, mark.at, { place, palette });
				if (mark.kind === 'interval') drawIntervalOf(chart, mark, { place, palette });
			}
		}
	};
}

/** Amounts are on the axis of the places where these are amounts, else on that of the values. */
function placeOf(chart: Chart<'bar' | 'line'>, { places, direction }: Drawing): Place {
	const onX = places.kind === 'amounts' || direction === 'across';
	const scale = chart.scales[onX ? 'x' : 'y'];
	return { area: chart.chartArea, at: (amount) => scale?.getPixelForValue(amount) ?? NaN };
}

function drawLine(
	chart: Chart<'bar' | 'line'>,
	{ at, label }: Mark & { kind: 'line' },
	{ drawing, palette }: Shown
): void {
	const { area, at: pixelOf } = placeOf(chart, drawing);
	const pixel = pixelOf(at);
	const stands = drawing.places.kind === 'amounts' || drawing.direction === 'across';
	const [low, high] = stands ? [area.left, area.right] : [area.top, area.bottom];
	if (!(pixel >= low - 1 && pixel <= high + 1)) return;
	const { ctx } = chart;
	ctx.save();
	ctx.strokeStyle = ctx.fillStyle = palette.ink.ink;
	ctx.lineWidth = 1.5;
	ctx.beginPath();
	if (stands) {
		ctx.moveTo(pixel, area.top);
		ctx.lineTo(pixel, area.bottom);
	} else {
		ctx.moveTo(area.left, pixel);
		ctx.lineTo(area.right, pixel);
	}
	ctx.stroke();
	if (label) writeBeside(ctx, label, { pixel, area, palette });
	ctx.restore();
}

/** Writes at the top of a standing line, on the side where there is room. */
function writeBeside(
	ctx: CanvasRenderingContext2D,
	label: string,
	{ pixel, area, palette: { font } }: { pixel: number; area: Area; palette: Palette }
): void {
	ctx.font = `${font.weight} ${font.size}px ${font.family}`;
	const left = pixel + 6 + ctx.measureText(label).width > area.right;
	ctx.textAlign = left ? 'right' : 'left';
	ctx.textBaseline = 'top';
	ctx.fillText(label, pixel + (left ? -6 : 6), area.top);
}

type Brush = { readonly place: Place; readonly palette: Palette };

/** A result lies in the lane under the bins, or stands at a place of its own. */
function drawRangeOf(
	{ ctx, scales }: Chart<'bar' | 'line'>,
	{ quantiles, place: own }: Mark & { kind: 'range' },
	{ place: { area, at }, palette }: Brush
): void {
	if (own === undefined) {
		const y = area.bottom - 26;
		return drawRange(ctx, quantiles, {
			pointAt: (amount) => [at(amount), y],
			room: Infinity,
			palette
		});
	}
	const along = scales['x'];
	const x = along?.getPixelForValue(own) ?? NaN;
	const room = (area.right - area.left) / (along?.max ?? 1);
	drawRange(ctx, quantiles, { pointAt: (amount) => [x, at(amount)], room, palette });
}

function drawIntervalOf(
	{ ctx, scales }: Chart<'bar' | 'line'>,
	{ low, high, place: own }: Mark & { kind: 'interval' },
	{ place: { at }, palette }: Brush
): void {
	const y = scales['y']?.getPixelForValue(own) ?? NaN;
	drawInterval(ctx, [low, high], { pointAt: (value) => [at(value), y], palette });
}

/** An open triangle: the mean after correction for wishful thinking. */
function drawTriangle(ctx: CanvasRenderingContext2D, at: number, { place, palette }: Brush): void {
	const x = place.at(at);
	if (x < place.area.left - 8 || x > place.area.right + 8) return;
	triangle(ctx, [x, place.area.bottom - 3], palette);
}

/** Draws an open triangle that stands at a point. */
export function triangle(
	ctx: CanvasRenderingContext2D,
	[x, y]: readonly [number, number],
	palette: Pick<Palette, 'critic' | 'sheet'>
): void {
	ctx.save();
	ctx.strokeStyle = palette.critic;
	ctx.fillStyle = palette.sheet;
	ctx.lineWidth = 2;
	ctx.beginPath();
	ctx.moveTo(x - 7, y);
	ctx.lineTo(x + 7, y);
	ctx.lineTo(x, y - 12);
	ctx.closePath();
	ctx.fill();
	ctx.stroke();
	ctx.restore();
}

function drawDashedEdges(chart: Chart<'bar' | 'line'>, { drawing, palette }: Shown): void {
	const { ctx } = chart;
	for (const [index, { ink, texture }] of drawing.series.entries()) {
		if (texture !== 'dotted') continue;
		ctx.save();
		ctx.strokeStyle = palette.ink[ink];
		ctx.lineWidth = 1.5;
		ctx.setLineDash([4, 3]);
		for (const element of chart.getDatasetMeta(index).data) {
			const bar = element as unknown as Bar;
			const { x, y, base, width, height, horizontal } = bar;
			if (horizontal) ctx.strokeRect(Math.min(x, base), y - height / 2, Math.abs(x - base), height);
			else ctx.strokeRect(x - width / 2, Math.min(y, base), width, Math.abs(y - base));
		}
		ctx.restore();
	}
}

/** The parts of a drawn bar that its edge follows. */
type Bar = {
	readonly x: number;
	readonly y: number;
	readonly base: number;
	readonly width: number;
	readonly height: number;
	readonly horizontal: boolean;
};
