import { isPlainObject } from '../field.ts';

/** A value inside a file and the dotted path that leads to it. */
export type Place = { path: string; value: unknown };

/**
 * Finds every value that a pattern leads to; `*` stands for every item of a list.
 * What is missing or of another type is passed over: the schema already says so.
 * @example placesIn(file, 'effects.*.recipients.*.partyId')
 */
export function placesIn(root: unknown, pattern: string): Place[] {
	let places: Place[] = [{ path: '', value: root }];
	for (const step of pattern.split('.')) {
		places = places.flatMap((place) => (step === '*' ? itemsOf(place) : partOf(place, step)));
	}
	return places;
}

/** Lists the items of a list with their paths. */
export function itemsOf({ path, value }: Place): Place[] {
	if (!Array.isArray(value)) return [];
	return value.map((item: unknown, index) => ({ path: join(path, String(index)), value: item }));
}

function partOf({ path, value }: Place, key: string): Place[] {
	if (!isPlainObject(value) || !Object.hasOwn(value, key)) return [];
	return [{ path: join(path, key), value: value[key] }];
}

/** Reads one part of a value that may be anything. */
export function part(value: unknown, key: string): unknown {
	return isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Adds a step to a dotted path. */
export function join(path: string, step: string): string {
	return path === '' ? step : `${path}.${step}`;
}
