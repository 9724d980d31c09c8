import { curveBetween, everywhere, within, type Curve, type Point } from './line-curve.ts';
import type { CardPlace, Link } from './links.ts';

/** Pixels: the largest sum on the board is this wide, and everything else is to its scale. */
const widest = 36;
const thinnest = 1.25;
const plusWidths = { 1: thinnest, 2: 1.9, 3: 2.6 } as const;
/** Pixels between two lines at one side of a card. */
const gap = 3;
/** From this width on a line that is not solid is a band with stripes or dots; below it is dashed. */
const bandFrom = 5;

/** Where a card is, relative to the board. */
export type Box = {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly height: number;
};

/** A line ready to be drawn. */
export type Line = {
	readonly id: string;
	readonly path: string;
	readonly width: number;
	readonly colour: Link['colour'];
	readonly certainty: Link['certainty'];
	/** The path is the outline of a band with stripes or dots, instead of a line along its middle. */
	readonly banded: boolean;
};

type End = { readonly link: Link; readonly side: 'from' | 'to' };

/** Pixels per euro: the largest sum gets the widest line, and no card gets more lines than its height. */
export function moneyScale(links: readonly Link[], boxes: ReadonlyMap<CardPlace, Box>): number {
	let scale = Infinity;
	for (const [place, ends] of endsByCard(links)) {
		const sum = Math.max(moneyAt(ends, 'from'), moneyAt(ends, 'to'));
		const room = boxes.get(place)?.height ?? 0;
		if (sum > 0 && room > 0) scale = Math.min(scale, (room * 0.9) / sum);
	}
	for (const { money = 0 } of links) {
		if (money > 0) scale = Math.min(scale, widest / money);
	}
	return Number.isFinite(scale) ? scale : 0;
}

function moneyAt(ends: readonly End[], at: End['side']): number {
	return ends.reduce((sum, { link, side }) => sum + (side === at ? (link.money ?? 0) : 0), 0);
}

export function widthOf({ money, strength }: Link, scale: number): number {
	if (money !== undefined) return Math.max(thinnest, Math.min(widest, money * scale));
	return strength ? plusWidths[strength] : thinnest;
}

function endsByCard(links: readonly Link[]): Map<CardPlace, End[]> {
	const ends = new Map<CardPlace, End[]>();
	function add(place: CardPlace, end: End): void {
		const known = ends.get(place);
		if (known) known.push(end);
		else ends.set(place, [end]);
	}
	for (const link of links) {
		add(link.from, { link, side: 'from' });
		add(link.to, { link, side: 'to' });
	}
	return ends;
}

function middle(box: Box | undefined): number {
	return box ? box.top + box.height / 2 : 0;
}

/** Stacks the lines at one side of a card in the order of where they go, so that few cross. */
function stack(ends: readonly End[], box: Box, measure: Measurements): Map<string, number> {
	const { boxes, scale } = measure;
	const ordered = [...ends].sort(
		(one, other) => middle(boxes.get(farSide(one))) - middle(boxes.get(farSide(other)))
	);
	const widths = ordered.map(({ link }) => widthOf(link, scale));
	const total = widths.reduce((sum, width) => sum + width, 0);
	const spacing = ordered.length > 1 ? spacingFor(total, ordered.length, box.height) : 0;
	let y = middle(box) - (total + spacing * (ordered.length - 1)) / 2;
	const places = new Map<string, number>();
	for (const [index, { link }] of ordered.entries()) {
		const width = widths[index] ?? thinnest;
		places.set(link.id, y + width / 2);
		y += width + spacing;
	}
	return places;
}

/** Gives the height of both ends of every line. */
function stackAll(links: readonly Link[], measure: Measurements) {
	const places = { from: new Map<string, number>(), to: new Map<string, number>() };
	for (const [place, ends] of endsByCard(links)) {
		const box = measure.boxes.get(place);
		if (!box) continue;
		for (const at of ['from', 'to'] as const) {
			const own = ends.filter(({ side }) => side === at);
			for (const [id, y] of stack(own, box, measure)) places[at].set(id, y);
		}
	}
	return places;
}

function spacingFor(total: number, count: number, height: number): number {
	return Math.max(0, Math.min(gap, (height - 8 - total) / (count - 1)));
}

function farSide({ link, side }: End): CardPlace {
	return side === 'from' ? link.to : link.from;
}

type Measurements = { readonly boxes: ReadonlyMap<CardPlace, Box>; readonly scale: number };

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function text({ x, y }: Point): string {
	return `${round(x)} ${round(y)}`;
}

function curveTo([, leaving, arriving, end]: Curve): string {
	return `C${text(leaving)} ${text(arriving)} ${text(end)}`;
}

function alongMiddle(curve: Curve): string {
	return `M${text(curve[0])}${curveTo(curve)}`;
}

function aroundBand(curve: Curve, width: number): string {
	const [start, leaving, arriving, end] = lowered(curve, width / 2);
	const back = `V${round(end.y)}${curveTo([end, arriving, leaving, start])}Z`;
	return alongMiddle(lowered(curve, -width / 2)) + back;
}

function lowered([start, leaving, arriving, end]: Curve, by: number): Curve {
	const low = ({ x, y }: Point): Point => ({ x, y: y + by });
	return [low(start), low(leaving), low(arriving), low(end)];
}

/** Computes the path and width of every line whose two cards are on the board, as far as it is in view. */
export function drawLines(
	links: readonly Link[],
	boxes: ReadonlyMap<CardPlace, Box>,
	view = everywhere
): Line[] {
	const scale = moneyScale(links, boxes);
	const places = stackAll(links, { boxes, scale });
	return links.flatMap((link): Line[] => {
		const [from, to] = [boxes.get(link.from), boxes.get(link.to)];
		const y1 = places.from.get(link.id);
		const y2 = places.to.get(link.id);
		if (!from || !to || y1 === undefined || y2 === undefined) return [];
		const curve = within(curveBetween({ x: from.right, y: y1 }, { x: to.left, y: y2 }), view);
		if (!curve) return [];
		const { id, colour, certainty } = link;
		const width = widthOf(link, scale);
		const banded = width >= bandFrom && certainty !== 'solid';
		const path = banded ? aroundBand(curve, width) : alongMiddle(curve);
		return [{ id, path, width, colour, certainty, banded }];
	});
}
