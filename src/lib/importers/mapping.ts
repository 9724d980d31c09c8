import * as v from 'valibot';
import { granularities } from '#lib/domain/area/period.ts';
import { oneOf, wholeNumberFrom } from '#lib/domain/field.ts';
import { importLimits } from './limits.ts';
import {
	aggregations,
	columnRoles,
	delimiters,
	encodings,
	type ImportSettings
} from './settings.ts';
import { isPersonal } from './sheet/header-words.ts';

const place = wholeNumberFrom(0, importLimits.columns - 1);

function perColumn<const Words extends readonly string[]>(words: Words) {
	return v.pipe(v.array(v.tuple([place, oneOf(words)])), v.maxLength(importLimits.columns));
}

/**
 * How files with one header are read: the choices that hold for all of them, and not those about one file,
 * such as its period or that somebody saw its personal columns. It has no word of the file in it: columns
 * are meant by their place.
 */
export const mappingSchema = v.strictObject({
	encoding: v.optional(oneOf(encodings)),
	delimiter: v.optional(oneOf(delimiters)),
	decimalMark: v.optional(oneOf([',', '.'])),
	eventsPer: v.optional(oneOf(granularities)),
	roles: v.optional(perColumn(columnRoles)),
	aggregate: v.optional(perColumn(aggregations))
});

export type ImportMapping = v.InferOutput<typeof mappingSchema>;

/**
 * The part of what somebody chose that holds for every file with this header. That a personal column is a
 * figure is never kept: whoever brings the next file must see that it is one.
 *
 * @returns undefined when nothing of it was chosen
 */
export function mappingOf(
	headers: readonly string[],
	{ encoding, delimiter, decimalMark, eventsPer, roles, aggregate }: ImportSettings
): ImportMapping | undefined {
	const kept = roles?.filter(([at, role]) => role === 'personal' || !isPersonal(headers[at] ?? ''));
	const mapping = {
		...(encoding && { encoding }),
		...(delimiter && { delimiter }),
		...(decimalMark && { decimalMark }),
		...(eventsPer && { eventsPer }),
		...(kept &&
			kept.length > 0 && { roles: kept.map(([at, role]): [number, typeof role] => [at, role]) }),
		...(aggregate && { aggregate: aggregate.map(([at, how]): [number, typeof how] => [at, how]) })
	};
	return Object.keys(mapping).length > 0 ? mapping : undefined;
}
