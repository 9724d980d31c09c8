export type Point = { readonly x: number; readonly y: number };

/** Two ends and what the curve is drawn towards at each: a cubic Bézier. */
export type Curve = readonly [Point, Point, Point, Point];

/** Heights between which something is, in pixels from the top of the board. */
export type Stretch = { readonly top: number; readonly bottom: number };

export const everywhere: Stretch = { top: -Infinity, bottom: Infinity };

/** The curve between the sides of two cards, level where it leaves and where it arrives. */
export function curveBetween(start: Point, end: Point): Curve {
	const bend = (start.x + end.x) / 2;
	return [start, { x: bend, y: start.y }, { x: bend, y: end.y }, end];
}

/**
 * The part of such a curve that is between two heights; undefined when none of it is. A browser draws
 * the dashes of all of a line, also those that are screens away, for every tile that it passes.
 */
export function within(curve: Curve, { top, bottom }: Stretch): Curve | undefined {
	const [{ y: from }, , , { y: to }] = curve;
	if (Math.max(from, to) < top || Math.min(from, to) > bottom) return undefined;
	const down = to >= from;
	const first = placeAt(down ? top : bottom, from, to);
	const last = placeAt(down ? bottom : top, from, to);
	return first === 0 && last === 1 ? curve : partOf(curve, first, last);
}

/** How far along the curve, from 0 to 1, it reaches a height: it goes up or down as 3t² − 2t³ does. */
function placeAt(height: number, from: number, to: number): number {
	const share = (height - from) / (to - from);
	if (!(share > 0)) return 0;
	if (share >= 1) return 1;
	return 0.5 - Math.sin(Math.asin(1 - 2 * share) / 3);
}

/** What is left of a curve between two places along it, by De Casteljau's construction. */
function partOf(curve: Curve, first: number, last: number): Curve {
	const at = (...[one, two, three]: [number, number, number]): Point => {
		const [a, b, c, d] = curve;
		const [ab, bc, cd] = [towards(a, b, one), towards(b, c, one), towards(c, d, one)];
		return towards(towards(ab, bc, two), towards(bc, cd, two), three);
	};
	return [
		at(first, first, first),
		at(first, first, last),
		at(first, last, last),
		at(last, last, last)
	];
}

function towards(one: Point, other: Point, share: number): Point {
	return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}
