/** A value that was measured before the forecast, at a place in time in years: 2026.5 is July 2026. */
export type FanPoint = { readonly at: number; readonly value: number };

/** What was expected at a date, and what was measured then; null is not measured yet. */
export type FanExpectation = {
	readonly at: number;
	readonly low: number;
	readonly likely: number;
	readonly high: number;
	readonly measured: number | null;
};

export type FanInput = {
	/** Measured before the forecast, the first one first. */
	readonly history: readonly FanPoint[];
	readonly sealedAt: number;
	/** Where the figure stood when the forecast was sealed; null where nobody knows. */
	readonly baseline: number | null;
	/** In the order of their dates. */
	readonly expectations: readonly FanExpectation[];
	/** Measured since at moments for which nothing was expected. */
	readonly between: readonly FanPoint[];
	/** The same figure where nothing was done, the first moment first; empty where nobody looked. */
	readonly comparison: readonly FanPoint[];
	/** What was expected without the plan, the first moment first. */
	readonly without: readonly FanPoint[];
	readonly norm: number | null;
};

type Place = { readonly x: number; readonly y: number };

export type FanMeasurement = Place & {
	readonly value: number;
	readonly inside: boolean;
	/** Where the expectation would have had it. */
	readonly likelyY: number;
};

/** A drawing of what was expected and what came, in a field of `fanSize`. */
export type Fan = {
	readonly history: readonly (Place & { readonly value: number })[];
	/** Corners of the band from lowest to highest, starting where the figure stood. */
	readonly band: readonly Place[];
	readonly likely: readonly Place[];
	readonly measured: readonly FanMeasurement[];
	readonly between: readonly (Place & { readonly value: number })[];
	/** The line of the comparison area. */
	readonly comparison: readonly Place[];
	/** The likely values without the plan, starting where the figure stood. */
	readonly without: readonly Place[];
	readonly sealedX: number;
	readonly normY: number | undefined;
	readonly values: readonly { readonly value: number; readonly y: number }[];
	readonly years: readonly { readonly year: number; readonly x: number }[];
	/** Where the axis starts when it does not start at 0. */
	readonly cutAt: number | undefined;
};

export const fanSize = { width: 640, height: 300 } as const;

const margin = { left: 48, right: 24, top: 16, bottom: 32 } as const;
const steps = [1, 2, 2.5, 5, 10];

/** Places a forecast of one figure and its measurements on a field; a flat band, as a forecast is drawn. */
export function fanOf(input: FanInput): Fan {
	const { history, sealedAt, expectations, between, comparison, without, norm } = input;
	const start = startOf(input);
	const others = [...history, ...between, ...comparison, ...without];
	const times = [sealedAt, ...[...others, ...expectations].map(({ at }) => at)];
	const x = scale(
		{ from: Math.floor(Math.min(...times)), to: Math.ceil(Math.max(...times)) },
		{ from: margin.left, to: fanSize.width - margin.right }
	);
	const values = ticksFor([
		...others.map(({ value }) => value),
		...(norm === null ? [] : [norm]),
		...(start ? [start.value] : []),
		...expectations.flatMap(({ low, high, measured }) => [low, high, measured ?? low])
	]);
	const [lowest = 0] = values;
	const y = scale(
		{ from: lowest, to: values.at(-1) ?? 1 },
		{ from: fanSize.height - margin.bottom, to: margin.top }
	);
	const place = (at: number, value: number) => ({ x: x(at), y: y(value) });
	const placed = ({ at, value }: FanPoint) => ({ ...place(at, value), value });
	const first = start ? [place(start.at, start.value)] : [];
	return {
		history: history.map(placed),
		between: between.map(placed),
		comparison: comparison.map(placed),
		without: without.length > 0 ? [...first, ...without.map(placed)] : [],
		band: [
			...first,
			...expectations.map(({ at, high }) => place(at, high)),
			...expectations.toReversed().map(({ at, low }) => place(at, low))
		],
		likely: [...first, ...expectations.map(({ at, likely }) => place(at, likely))],
		measured: expectations.flatMap(({ at, low, likely, high, measured }) =>
			measured === null
				? []
				: [
						{
							...place(at, measured),
							value: measured,
							inside: low <= measured && measured <= high,
							likelyY: y(likely)
						}
					]
		),
		sealedX: x(sealedAt),
		normY: norm === null ? undefined : y(norm),
		values: values.map((value) => ({ value, y: y(value) })),
		years: yearsBetween(Math.min(...times), Math.max(...times)).map((year) => ({
			year,
			x: x(year)
		})),
		cutAt: lowest === 0 ? undefined : lowest
	};
}

/** The band opens where the figure stood: its last measurement, or what was said to be the value then. */
function startOf({ history, sealedAt, baseline, expectations }: FanInput): FanPoint | undefined {
	const start = baseline === null ? history.at(-1) : { at: sealedAt, value: baseline };
	const [first] = expectations;
	// A date that had passed when the forecast was sealed opens the band itself.
	return start && first && start.at < first.at ? start : undefined;
}

type Ends = { readonly from: number; readonly to: number };

function scale(values: Ends, places: Ends): (value: number) => number {
	const span = values.to - values.from || 1;
	return (value) => places.from + ((value - values.from) / span) * (places.to - places.from);
}

/** Round values around all that is drawn, four to eight of them. */
function ticksFor(values: readonly number[]): number[] {
	const low = Math.min(...values);
	const high = Math.max(...values);
	const span = high - low || Math.abs(high) || 1;
	const size = 10 ** Math.floor(Math.log10(span / 5));
	const step = size * (steps.find((one) => size * one >= span / 5) ?? 10);
	const first = Math.floor(low / step);
	const count = Math.max(1, Math.ceil(high / step) - first);
	return Array.from({ length: count + 1 }, (_, index) => round((first + index) * step));
}

/** Takes off what adding decimals leaves behind. */
function round(value: number): number {
	return Number(value.toPrecision(12));
}

function yearsBetween(from: number, to: number): number[] {
	const first = Math.floor(from);
	const last = Math.ceil(to);
	const every = Math.ceil((last - first) / 8);
	const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
	return years.filter((year) => (year - first) % every === 0);
}
