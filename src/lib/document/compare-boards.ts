import { isPlainObject } from '#lib/domain/field.ts';
import type { BoardContent } from './content.ts';
import { share } from './reading/share.ts';
import { rootOf } from './roots.ts';
import {
	recordFields,
	recordKinds,
	settingsFields,
	type FieldShape,
	type ItemsField,
	type RecordKind
} from './shape.ts';

/** One field of a record that reads otherwise; undefined is that it was not there. */
export type FieldChange = {
	/** Dotted, items by their key: `title`, `evidence.level`, `contributions.c1.amount`, `recipients.p1`. */
	readonly field: string;
	readonly before: unknown;
	readonly after: unknown;
};

/** A record that is on one of two boards only, or not the same on both. */
export type BoardDifference = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	readonly change: 'added' | 'removed' | 'changed';
	/** What differs, in the order of the record's fields; empty for what was added or removed. */
	readonly fields: readonly FieldChange[];
};

type Plain = Readonly<Record<string, unknown>>;
type Pair = { readonly before: unknown; readonly after: unknown };

/** Lists what was added, removed and changed between two boards; what is the same in both is left out. */
export function compareBoards(before: BoardContent, after: BoardContent): BoardDifference[] {
	const settings = fieldChanges(settingsFields, {
		before: before.workshop,
		after: after.workshop
	});
	const records = recordKinds.flatMap((kind) =>
		pairsBy('id', before[rootOf[kind]], after[rootOf[kind]]).flatMap(([id, pair]) =>
			difference(kind, id, pair)
		)
	);
	if (settings.length === 0) return records;
	return [{ kind: 'workshop', id: 'workshop', change: 'changed', fields: settings }, ...records];
}

function difference(kind: RecordKind, id: string, pair: Pair): BoardDifference[] {
	if (pair.before === undefined) return [{ kind, id, change: 'added', fields: [] }];
	if (pair.after === undefined) return [{ kind, id, change: 'removed', fields: [] }];
	const fields = fieldChanges(recordFields[kind], pair);
	return fields.length === 0 ? [] : [{ kind, id, change: 'changed', fields }];
}

function fieldChanges(shapes: Readonly<Record<string, FieldShape>>, pair: Pair): FieldChange[] {
	return Object.entries(shapes).flatMap(([field, shape]) => {
		const values = { before: partOf(pair.before, field), after: partOf(pair.after, field) };
		if (isSame(values)) return [];
		if (shape.as === 'items') return itemChanges(field, shape, values);
		const hasParts =
			shape.as === 'value' && typeof shape.type === 'object' && 'object' in shape.type;
		return hasParts ? partChanges(field, values) : [{ field, ...values }];
	});
}

/** An item that came or went is one change, under its key. */
function itemChanges(field: string, { keyField, fields }: ItemsField, pair: Pair): FieldChange[] {
	const lists = [pair.before, pair.after].map((list) => (Array.isArray(list) ? list : []));
	return pairsBy(keyField, lists[0] ?? [], lists[1] ?? []).flatMap(([key, items]) => {
		const place = `${field}.${key}`;
		if (isSame(items)) return [];
		if (items.before === undefined || items.after === undefined)
			return [{ field: place, ...items }];
		return fieldChanges(fields, items).map((change) => ({
			...change,
			field: `${place}.${change.field}`
		}));
	});
}

function partChanges(field: string, pair: Pair): FieldChange[] {
	const { before, after } = pair;
	if (!isPlainObject(before) || !isPlainObject(after)) return [{ field, ...pair }];
	return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((part) => {
		const values = { before: before[part], after: after[part] };
		return isSame(values) ? [] : [{ field: `${field}.${part}`, ...values }];
	});
}

/** Puts what has the same key beside each other; without a key field, what has the same place in its list. */
function pairsBy(
	keyField: string | null,
	before: readonly object[],
	after: readonly object[]
): [string, Pair][] {
	const keyed = (list: readonly object[]) =>
		new Map(
			list.map((item, place) => [String(keyField === null ? place : partOf(item, keyField)), item])
		);
	const [earlier, later] = [keyed(before), keyed(after)];
	return [...new Set([...earlier.keys(), ...later.keys()])].map((key) => [
		key,
		{ before: earlier.get(key), after: later.get(key) }
	]);
}

function partOf(value: unknown, name: string): unknown {
	return isPlainObject(value) ? (value as Plain)[name] : undefined;
}

function isSame({ before, after }: Pair): boolean {
	return share(before, after) === before;
}
