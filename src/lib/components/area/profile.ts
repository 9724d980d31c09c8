import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { deviationParts, deviationKeys } from '#lib/domain/area/deviation-parts.ts';
import type { DeviationParts } from '#lib/domain/area/deviation-parts.ts';

/** One edition of the Leefbaarometer and one year, in which areas can be compared. */
export type Edition = { readonly version: string; readonly period: string };

export type Profile = {
	readonly own: DeviationParts;
	/** Undefined when the other area has no complete figures in this edition and year. */
	readonly other: DeviationParts | undefined;
};

/** The editions and years for which an area has every dimension, the newest first. */
export function editionsOf(observations: readonly AreaObservation[], area: string): Edition[] {
	const editions = Object.keys(deviationKeys).flatMap((version) => {
		const periods = new Set(
			observations.filter((one) => one.version === version).map(({ period }) => period)
		);
		return [...periods]
			.filter((period) => deviationParts(observations, { area, version, period }))
			.map((period) => ({ version, period }));
	});
	return editions.sort(
		(one, other) =>
			other.version.localeCompare(one.version) || other.period.localeCompare(one.period)
	);
}

type Areas = { readonly area: string; readonly reference: string };

/** The deviation of an area by dimension beside that of another area, of one edition and year. */
export function profileOf(
	observations: readonly AreaObservation[],
	{ area, reference }: Areas,
	edition: Edition
): Profile | undefined {
	const own = deviationParts(observations, { area, ...edition });
	return own && { own, other: deviationParts(observations, { area: reference, ...edition }) };
}

/** The dimension that pulls an area down most; undefined when none does. */
export function weakestPart({
	parts
}: DeviationParts): DeviationParts['parts'][number] | undefined {
	const [weakest] = parts.toSorted((one, other) => one.value - other.value);
	return weakest && weakest.value < 0 ? weakest : undefined;
}
