import type { AreaObservation } from '#lib/domain/area/area-observation.ts';

type Branch<Inner> = Map<string, Inner>;

/**
 * Remembers at which place the value of an area, period, indicator and version stands.
 * Nested maps instead of joined keys: a hundred thousand joined texts are most of the work of an import.
 */
export class PlaceByKey {
	readonly #root: Branch<Branch<Branch<Branch<number>>>> = new Map();

	/** The place of the value with this key; `fresh`, which is then remembered, when there was none. */
	placeOf({ version, indicator, period, area }: AreaObservation, fresh: number): number {
		const indicators = branch(this.#root, version);
		const areas = branch(branch(indicators, indicator), period);
		const place = areas.get(area);
		if (place !== undefined) return place;
		areas.set(area, fresh);
		return fresh;
	}
}

function branch<Inner>(tree: Branch<Branch<Inner>>, name: string): Branch<Inner> {
	const known = tree.get(name);
	if (known) return known;
	const grown: Branch<Inner> = new Map();
	tree.set(name, grown);
	return grown;
}
