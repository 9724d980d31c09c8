import * as v from 'valibot';
import { isId } from '#lib/domain/identifier.ts';
import type { Placement } from '../content.ts';
import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { readRecord, type ReadRecord } from '../reading/read-record.ts';
import { gone, isRefusal, type Refusal } from '../refusal.ts';
import {
	defaultsOfItems,
	recordDefaults,
	recordSchemas,
	settingsSchemas,
	type Fields
} from '../schema.ts';
import { orderField, recordFields, settingsFields, type RecordKind } from '../shape.ts';
import { parseFields, refuseOutcome, surroundingsOf } from './checking.ts';
import { makeRoom, refusePlacement } from './placing.ts';
import { newRecordMap, writeText, writeValue } from './write-fields.ts';
import { refuseAgreedFields } from './agreed.ts';
import type { Writing } from './writing.ts';

/** A record to add: what is known of it, and where it comes to stand. */
export type Addition = {
	readonly kind: RecordKind;
	readonly draft: Fields;
	readonly at?: Placement;
};

/** A record that was checked and can be written. */
export type Prepared = { readonly id: string; readonly write: () => void };

/** Adds a record; every field that the draft leaves out gets its default. */
export function addRecord(writing: Writing, addition: Addition): string | Refusal {
	const prepared = prepareRecord(writing, addition);
	if (isRefusal(prepared)) return prepared;
	writing.commit(prepared.write);
	return prepared.id;
}

/**
 * Checks a draft and gives the way to write it, to be called inside one transaction with others.
 * @param adding ids that the same transaction adds, to which the draft may refer.
 */
export function prepareRecord(
	writing: Writing,
	{ kind, draft, at = 'last' }: Addition,
	adding: Partial<Record<RecordKind, readonly string[]>> = {}
): Prepared | Refusal {
	const root = writing.maps[kind];
	const id = draft['id'] === undefined ? newIdOf(writing) : draft['id'];
	const fields = parseFields(recordSchemas[kind], filled(writing, kind, { ...draft, id }));
	if (isRefusal(fields)) return fields;
	const key = keyOf(String(id));
	if (root.has(key)) return taken(String(id));
	const after = asRead(kind, fields);
	const twice = repeatedItem(after);
	const surroundings = surroundingsOf(writing.maps, adding);
	const refusal =
		twice ??
		refusePlacement(root, at) ??
		refuseOutcome({ kind, before: undefined, after, surroundings });
	if (refusal) return refusal;
	const write = () => {
		const map = newRecordMap(recordFields[kind], fields, writing);
		map.set(orderField, makeRoom(root, { key, placement: at, random: writing.random }));
		root.set(key, map);
	};
	return { id: String(id), write };
}

/** Changes fields of a record; lists of items have verbs of their own. */
export function changeRecord(
	writing: Writing,
	{ kind, id }: { kind: RecordKind; id: string },
	patch: Fields
): Refusal | undefined {
	const map = mapIn(writing.maps[kind], keyOf(id));
	if (!map) return gone('', id);
	const fields = parsePatch(kind, withComputedAmount(kind, patch));
	if (isRefusal(fields)) return fields;
	const before = readRecord(kind, id, map);
	const after = { ...before, fields: { ...before.fields, ...fields } };
	const surroundings = surroundingsOf(writing.maps);
	const refusal =
		refuseAgreedFields(writing, { kind, id }, fields) ??
		refuseOutcome({ kind, before, after, surroundings });
	if (refusal) return refusal;
	writing.commit(
		() => {
			for (const [name, value] of Object.entries(fields)) {
				if (recordFields[kind][name]?.as === 'text') writeText(map, name, String(value));
				else writeValue(map, name, value);
			}
		},
		`${kind}.${id}.${Object.keys(fields).join()}`
	);
	return undefined;
}

/** Changes settings; an area that is given as undefined is taken away. */
export function changeSettings(writing: Writing, patch: Fields): Refusal | undefined {
	const given = Object.entries(patch).filter(
		([name, value]) => value !== undefined || name === 'area'
	);
	const fields = parseFields({ ...settingsSchemas, id: v.never() }, Object.fromEntries(given));
	if (isRefusal(fields)) return fields;
	const map = writing.maps.workshop;
	writing.commit(
		() => {
			for (const [name, value] of Object.entries(fields)) {
				if (settingsFields[name]?.as === 'text') writeText(map, name, String(value));
				else writeValue(map, name, value);
			}
		},
		`workshop.${Object.keys(fields).join()}`
	);
	return undefined;
}

/** Moves a record to another place in its list. */
export function moveRecord(
	{ maps, random, commit }: Writing,
	{ kind, id }: { kind: RecordKind; id: string },
	placement: Placement
): Refusal | undefined {
	const key = keyOf(id);
	const map = mapIn(maps[kind], key);
	if (!map) return gone('', id);
	const refusal = refusePlacement(maps[kind], placement, id);
	if (refusal) return refusal;
	commit(() => writeValue(map, orderField, makeRoom(maps[kind], { key, placement, random })));
	return undefined;
}

function parsePatch(kind: RecordKind, patch: Fields): Fields | Refusal {
	const own = Object.entries(recordFields[kind]).filter(
		([name, { as }]) => name !== 'id' && as !== 'items'
	);
	const schemas = Object.fromEntries(own.map(([name]) => [name, recordSchemas[kind][name]]));
	const given = Object.entries(patch).filter(([, value]) => value !== undefined);
	return parseFields(schemas as never, Object.fromEntries(given));
}

/** A formula computes the amount, so filling it in empties the amount. */
function withComputedAmount(kind: RecordKind, patch: Fields): Fields {
	const computes =
		kind === 'effect' && typeof patch['formula'] === 'string' && patch['formula'] !== '';
	return computes ? { amount: null, ...patch } : patch;
}

/** Fills in every field of a draft, in its items as well. */
function filled(writing: Writing, kind: RecordKind, draft: Fields): Fields {
	const fields: Record<string, unknown> = {};
	for (const [name, shape] of Object.entries(recordFields[kind])) {
		const value = draft[name] === undefined ? recordDefaults[kind][name] : draft[name];
		fields[name] = value;
		if (shape.as !== 'items' || !Array.isArray(value)) continue;
		const key = shape.keyField === 'id' ? () => ({ id: newIdOf(writing) }) : () => ({});
		fields[name] = value.map((item: Fields) => ({ ...defaultsOfItems(name), ...key(), ...item }));
	}
	return fields;
}

/** Looks at fields as if they had been read from the board. */
function asRead(kind: RecordKind, fields: Fields): ReadRecord {
	const id = String(fields['id']);
	const itemKeys: Record<string, string[]> = {};
	for (const [name, shape] of Object.entries(recordFields[kind])) {
		if (shape.as !== 'items') continue;
		const keyField = shape.keyField;
		itemKeys[name] = ((fields[name] ?? []) as Fields[]).map((item, index) =>
			keyField === null ? String(index) : String(item[keyField])
		);
	}
	return { kind, id, key: keyOf(id), fields, order: undefined, itemKeys, problems: [] };
}

function repeatedItem({ itemKeys }: ReadRecord): Refusal | undefined {
	for (const [list, keys] of Object.entries(itemKeys)) {
		const twice = keys.find((key, index) => keys.indexOf(key) < index);
		if (twice !== undefined) return { ...taken(twice), path: `${list}.${twice}` };
	}
	return undefined;
}

/** Makes the refusal for an id or name that something else already has. */
export function taken(name: string): Refusal {
	return {
		refused: 'taken',
		path: '',
		message: `There already is a "${name}" in this list. Choose another name or change that one.`
	};
}

/**
 * Makes an id.
 * @throws TypeError when the generator that was passed in makes something that is no id.
 */
export function newIdOf({ newId }: Pick<Writing, 'newId'>): string {
	const id = newId();
	if (!isId(id)) throw new TypeError(`newId made "${id}", which is no id of a record.`);
	return id;
}
