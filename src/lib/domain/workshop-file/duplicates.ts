import { itemsOf, part, placesIn } from './place.ts';
import { reason } from '../reason.ts';
import { problemAt, type Problem } from './problem.ts';

/** Lists in which two items may not have the same value in one field. */
const uniqueFields = [
	['parties', 'id'],
	['indicators', 'id'],
	['indicators.*.observations', 'period'],
	['causes', 'id'],
	['measures', 'id'],
	['measures.*.contributions', 'id'],
	['effects', 'id'],
	['effects.*.inputs', 'name'],
	['effects.*.recipients', 'partyId'],
	['scenarios', 'id'],
	['scenarios.*.choices', 'measureId'],
	['rounds', 'id'],
	['challenges', 'id']
] as const;

/** Finds every id, name or period that occurs twice where it may occur once. */
export function duplicates(file: unknown): Problem[] {
	return uniqueFields.flatMap(([list, field]) =>
		placesIn(file, list).flatMap((place) => {
			const seen = new Set<unknown>();
			return itemsOf(place).flatMap(({ path, value: item }) => {
				const value = part(item, field);
				if (typeof value !== 'string' || seen.has(value)) {
					return typeof value === 'string' ? [duplicate(`${path}.${field}`, value)] : [];
				}
				seen.add(value);
				return [];
			});
		})
	);
}

function duplicate(path: string, value: string): Problem {
	return problemAt(path, reason('used-twice', { value }));
}
