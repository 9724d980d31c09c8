/** One blind estimate: from lowest to highest, with a dot at the best guess. */
export type EstimatedRange = {
	readonly low: number;
	readonly likely: number;
	readonly high: number;
};

/** A straight scale with the numbers to write under it; zero is always on it, so it is never cut. */
export type EstimateAxis = {
	readonly low: number;
	readonly high: number;
	readonly ticks: readonly number[];
};

/** Where one estimate stands on an axis, each from 0 (its low end) to 100. */
export type RangeMarks = { readonly low: number; readonly likely: number; readonly high: number };

/** Makes one axis for all estimates of a number and for what is in the plan. */
export function estimateAxis(
	ranges: readonly EstimatedRange[],
	plan: readonly number[] = []
): EstimateAxis {
	const numbers = [0, ...plan, ...ranges.flatMap(({ low, high }) => [low, high])];
	const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
	const step = tickStep(low === high ? 1 : high - low);
	const from = Math.floor(low / step);
	const to = Math.max(Math.ceil(high / step), from + 1);
	const ticks = Array.from({ length: to - from + 1 }, (_, at) => tick(from + at, step));
	return { low: tick(from, step), high: tick(to, step), ticks };
}

/** Gives the place of a number on an axis, from 0 to 100. */
export function placeOn({ low, high }: EstimateAxis, value: number): number {
	return ((value - low) / (high - low)) * 100;
}

/** Places an estimate on an axis. */
export function rangeMarks(range: EstimatedRange, axis: EstimateAxis): RangeMarks {
	const { low, likely, high } = range;
	return { low: placeOn(axis, low), likely: placeOn(axis, likely), high: placeOn(axis, high) };
}

/** The largest of 1, 2 and 5 times a power of ten that gives at least three steps. */
function tickStep(span: number): number {
	const power = 10 ** Math.floor(Math.log10(span / 3));
	const steps = [5, 2, 1].map((times) => times * power);
	return steps.find((step) => span / step >= 3) ?? power;
}

/** Keeps 3 × 0.1 from becoming 0.30000000000000004. */
function tick(count: number, step: number): number {
	return Number((count * step).toPrecision(12));
}
