import { kindOfCode } from './area-code.ts';
import type { AreaObservation } from './area-observation.ts';
import { granularityOf } from './period.ts';

/** A sum and what it is a sum of, by place in the list. */
type Sum = { readonly whole: number; readonly parts: readonly number[] };

/**
 * Hides counts below the smallest size that may be shown, and then as many others as are needed to keep
 * them hidden: where a total stands beside all its parts but one, that one is the difference. This is
 * complementary suppression; see the ESSNet handbook on statistical disclosure control, section 4.2.
 * Totals are those of a district over its neighbourhoods, of a municipality over its districts, and of a
 * year over its quarters or months. A count of 0 says nothing about anybody and stays. What was suppressed
 * before, by the source or by an earlier import, is kept hidden in the same way.
 *
 * @param smallest counts of 1 to this number less one are hidden; below 2 nothing is
 * @example hideSmallCells([{ …, value: 4 }], 10) // status suppressed, value null
 */
export function hideSmallCells(
	observations: readonly AreaObservation[],
	smallest: number
): AreaObservation[] {
	const hidden = new Set<number>();
	observations.forEach(({ value, status }, place) => {
		const isSmall = value !== null && value > 0 && value < smallest;
		if (isSmall || status === 'suppressed') hidden.add(place);
	});
	if (hidden.size > 0) hideWhatReveals(observations, hidden);
	return observations.map((one, place) =>
		hidden.has(place) ? { ...one, value: null, status: 'suppressed' } : one
	);
}

/** Hides the smallest other part until no sum has exactly one hidden member. Each step hides one, so it ends. */
function hideWhatReveals(observations: readonly AreaObservation[], hidden: Set<number>): void {
	const sums = sumsOf(observations);
	for (let changed = true; changed;) {
		changed = false;
		for (const { whole, parts } of sums) {
			const members = [whole, ...parts];
			const gone = members.filter((place) => hidden.has(place) || isUnknown(observations[place]));
			if (gone.length !== 1 || !gone.some((place) => hidden.has(place))) continue;
			const next =
				smallestShown(observations, { parts, hidden }) ?? (hidden.has(whole) ? undefined : whole);
			if (next === undefined) continue;
			hidden.add(next);
			changed = true;
		}
	}
}

function isUnknown(one: AreaObservation | undefined): boolean {
	return one === undefined || one.value === null;
}

function smallestShown(
	observations: readonly AreaObservation[],
	{ parts, hidden }: { readonly parts: readonly number[]; readonly hidden: ReadonlySet<number> }
): number | undefined {
	const size = (place: number) => observations[place]?.value ?? 0;
	return parts
		.filter((place) => !hidden.has(place) && size(place) > 0)
		.toSorted((one, other) => size(one) - size(other))[0];
}

/** The sums that a reader can make: over areas and over the parts of a year. */
function sumsOf(observations: readonly AreaObservation[]): Sum[] {
	const wholes = new Map<string, number>();
	observations.forEach((one, place) => {
		for (const key of ownKeys(one)) wholes.set(key, place);
	});
	const parts = new Map<string, number[]>();
	if (wholes.size > 0) gatherParts(observations, { wholes, parts });
	return [...parts].flatMap(([key, members]) => {
		const whole = wholes.get(key);
		return whole === undefined ? [] : [{ whole, parts: members }];
	});
}

type Gathered = {
	readonly wholes: ReadonlyMap<string, number>;
	readonly parts: Map<string, number[]>;
};

function gatherParts(observations: readonly AreaObservation[], { wholes, parts }: Gathered): void {
	observations.forEach((one, place) => {
		for (const key of keysOfWholes(one)) {
			if (!wholes.has(key)) continue;
			const members = parts.get(key);
			if (members) members.push(place);
			else parts.set(key, [place]);
		}
	});
}

function keyOf({ indicator, version }: AreaObservation, rest: readonly string[]): string {
	return [indicator, version, ...rest].join('\t');
}

/** A value of a district or municipality can be a sum over areas, one of a year over quarters or months. */
function ownKeys(one: AreaObservation): string[] {
	const kind = kindOfCode(one.area);
	const hasParts = kind === 'district' || kind === 'municipality';
	return [
		...(hasParts ? [keyOf(one, ['areas', kind, one.area, one.period])] : []),
		...(granularityOf(one.period) === 'year'
			? ['quarter', 'month'].map((part) => keyOf(one, [part, one.area, one.period]))
			: [])
	];
}

function keysOfWholes(one: AreaObservation): string[] {
	const kind = kindOfCode(one.area);
	const above =
		kind === 'neighbourhood'
			? ['district', `WK${one.area.slice(2, 8)}`]
			: kind === 'district'
				? ['municipality', `GM${one.area.slice(2, 6)}`]
				: undefined;
	const length = granularityOf(one.period);
	return [
		...(above ? [keyOf(one, ['areas', ...above, one.period])] : []),
		...(length === 'year' ? [] : [keyOf(one, [length, one.area, one.period.slice(0, 4)])])
	];
}
