import type * as Y from 'yjs';
import { keyOf, nameOf } from '../key.ts';
import { mapIn, type BoardMaps } from '../maps.ts';
import { gone, type Refusal } from '../refusal.ts';
import {
	recordFields,
	recordKinds,
	type ItemsField,
	type RecordKind,
	type ValueField
} from '../shape.ts';
import { refuseAgreedRemoval } from './agreed.ts';
import type { Writing } from './writing.ts';

/** Ids that go, per kind. */
type Going = Partial<Record<RecordKind, ReadonlySet<string>>>;

/**
 * Removes a record and everything that cannot do without it, in one transaction:
 * references to it are emptied, its contributions, receipts and choices go,
 * and an effect that no other measure brings goes with its measure. Undo brings all of it back.
 */
export function removeRecord(
	writing: Writing,
	{ kind, id }: { kind: RecordKind; id: string }
): Refusal | undefined {
	const { maps, commit } = writing;
	if (!maps[kind].has(keyOf(id))) return gone('', id);
	const refusal = refuseAgreedRemoval(writing, { kind, id });
	if (refusal) return refusal;
	const going: Going = { [kind]: new Set([id]) };
	if (kind === 'measure') going.effect = new Set(effectsOnlyOf(id, maps));
	commit(() => {
		for (const gone of recordKinds) {
			for (const one of going[gone] ?? []) maps[gone].delete(keyOf(one));
		}
		for (const other of recordKinds) {
			for (const key of maps[other].keys()) forgetIn(other, mapIn(maps[other], key), going);
		}
	});
	return undefined;
}

/** Lists the effects that have this measure and no other that is there. */
function effectsOnlyOf(measureId: string, { effect, measure }: BoardMaps): string[] {
	return [...effect.keys()].map(nameOf).filter((id) => {
		const measureIds = mapIn(effect, keyOf(id))?.get('measureIds');
		if (!Array.isArray(measureIds) || !measureIds.includes(measureId)) return false;
		return !measureIds.some((other) => other !== measureId && measure.has(keyOf(String(other))));
	});
}

function forgetIn(kind: RecordKind, record: Y.Map<unknown> | undefined, going: Going): void {
	if (!record) return;
	for (const [name, shape] of Object.entries(recordFields[kind])) {
		if (shape.as === 'value') forgetValue(record, name, { shape, going });
		else if (shape.as === 'items') forgetItems(mapIn(record, name), shape, going);
	}
}

function forgetItems(items: Y.Map<unknown> | undefined, shape: ItemsField, going: Going): void {
	const keys = shape.keyRefersTo && going[shape.keyRefersTo];
	for (const id of keys ?? []) if (items?.has(keyOf(id))) items.delete(keyOf(id));
	for (const key of items?.keys() ?? []) {
		const item = items && mapIn(items, key);
		for (const [name, field] of Object.entries(shape.fields)) {
			if (!items || !item || !refersTo(item.get(name), field, going)) continue;
			if (field.needed) items.delete(key);
			else forgetValue(item, name, { shape: field, going });
		}
	}
}

type Forgetting = { readonly shape: ValueField; readonly going: Going };

function forgetValue(map: Y.Map<unknown>, name: string, { shape, going }: Forgetting): void {
	const value = map.get(name);
	if (!refersTo(value, shape, going)) return;
	if (!Array.isArray(value)) map.set(name, null);
	else {
		const kept: unknown[] = value.filter((item) => !refersTo(item, shape, going));
		map.set(name, kept);
	}
}

/** Tells whether a value is, or has among its items, an id that goes. */
function refersTo(value: unknown, shape: ValueField, going: Going): boolean {
	const ids = shape.refersTo && going[shape.refersTo];
	if (!ids) return false;
	if (Array.isArray(value)) return value.some((item) => refersTo(item, shape, going));
	const id =
		shape.refersBy && typeof value === 'object' && value !== null
			? (value as Record<string, unknown>)[shape.refersBy]
			: value;
	return typeof id === 'string' && ids.has(id);
}
