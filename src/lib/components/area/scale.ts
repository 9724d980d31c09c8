/** A linear scale from numbers to places on a drawing. */
export type Scale = (value: number) => number;

export function linear(
	[from, to]: readonly [number, number],
	[start, end]: readonly [number, number]
): Scale {
	const width = to - from || 1;
	return (value) => start + ((value - from) / width) * (end - start);
}

/** Round numbers from at or under `low` to at or above `high`, at most `most` steps apart. */
export function ticks(low: number, high: number, most = 5): number[] {
	const rough = (high - low || Math.abs(high) || 1) / most;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step =
		[1, 2, 2.5, 5, 10].map((times) => times * power).find((one) => one >= rough) ?? rough;
	const first = Math.floor(low / step + 1e-9);
	const last = Math.ceil(high / step - 1e-9);
	// One value alone stands in the middle, with room above and below; a zero stands on the axis.
	const [from, to] = first === last ? [first === 0 ? 0 : first - 1, first + 1] : [first, last];
	return Array.from({ length: to - from + 1 }, (_, place) =>
		Number(((from + place) * step).toPrecision(12))
	);
}
