import { isKey } from './key.ts';
import {
	orderField,
	recordFields,
	recordKinds,
	settingsFields,
	type FieldShape,
	type RecordKind
} from './shape.ts';
import type { ValueType } from './value-type.ts';

/** The root map of each kind of record. */
export const rootOf = {
	party: 'parties',
	indicator: 'indicators',
	cause: 'causes',
	measure: 'measures',
	effect: 'effects',
	scenario: 'scenarios'
} as const satisfies Record<RecordKind, string>;

/** The root map that has the settings' fields directly. */
export const settingsRoot = 'workshop';

/** All root maps of the board that members may write. */
export const boardRoots: readonly string[] = [settingsRoot, ...Object.values(rootOf)];

/** What belongs at a place in the board: a map, a text, or JSON of a type. */
export type Expected =
	| { readonly holds: 'map' }
	| { readonly holds: 'text' }
	| { readonly holds: 'value'; readonly type: ValueType };

const map: Expected = { holds: 'map' };
const order: Expected = { holds: 'value', type: 'string' };

/**
 * Tells what belongs under a path of keys from a root, such as `effects, e1, recipients, p1, share`.
 * Undefined when nothing may be there: unknown root, field, or a key that no map may have.
 * Whether an id exists or a number is in its range is not looked at here: reading reports that.
 */
export function expectedAt(path: readonly string[]): Expected | undefined {
	const [root, ...keys] = path;
	if (!keys.every(isKey)) return undefined;
	if (root === settingsRoot) return keys.length === 0 ? map : expectedIn(settingsFields, keys);
	const kind = recordKinds.find((one) => rootOf[one] === root);
	if (kind === undefined) return undefined;
	const [, ...within] = keys;
	if (within.length === 0) return map;
	if (within.length === 1 && within[0] === orderField) return order;
	return expectedIn(recordFields[kind], within);
}

function expectedIn(
	fields: Readonly<Record<string, FieldShape>>,
	[name = '', ...within]: readonly string[]
): Expected | undefined {
	const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
	if (field?.as === 'items') {
		const [, ...inItem] = within;
		if (inItem.length === 0) return map;
		return inItem.length === 1 && inItem[0] === orderField
			? order
			: expectedIn(field.fields, inItem);
	}
	if (field === undefined || within.length > 0) return undefined;
	return field.as === 'text' ? { holds: 'text' } : { holds: 'value', type: field.type };
}
