import * as v from 'valibot';
import * as Y from 'yjs';
import type { BoardProblem } from '../content.ts';
import { isKey, keyOf, nameOf } from '../key.ts';
import { compareOrder, isOrder } from '../order.ts';
import {
	defaultsOfItems,
	recordDefaults,
	recordSchemas,
	schemasOfItems,
	settingsDefaults,
	settingsSchemas,
	type Fields,
	type Schemas
} from '../schema.ts';
import {
	orderField,
	recordFields,
	settingsFields,
	type FieldShape,
	type ItemsField,
	type RecordKind
} from '../shape.ts';
import { readText, readValue, type Report } from './read-field.ts';

/** A record as it stands on the board: types repaired, references to other records not looked at yet. */
export type ReadRecord = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	readonly key: string;
	readonly fields: Fields;
	/** The place in its list; undefined when there is none that can be used. */
	readonly order: string | undefined;
	/** The keys of the items, in the order of each list. */
	readonly itemKeys: Readonly<Record<string, readonly string[]>>;
	readonly problems: readonly BoardProblem[];
};

/** An item of a list with its key and place. */
type ReadItem = { key: string; order: string | undefined; fields: Fields };

/** Reads one record of a kind; never throws, whatever is in the map. */
export function readRecord(kind: RecordKind, id: string, map: Y.Map<unknown>): ReadRecord {
	const read = readFields(map, {
		kind,
		id,
		shapes: recordFields[kind],
		schemas: recordSchemas[kind]
	});
	const status = kind === 'scenario' ? { status: 'draft' } : {};
	return { ...read, fields: { ...read.fields, ...status, id }, order: readOrder(map) };
}

/** Reads the settings; never throws, whatever is in the map. */
export function readSettings(map: Y.Map<unknown>): ReadRecord {
	const read = readFields(map, {
		kind: 'workshop',
		id: 'workshop',
		shapes: settingsFields,
		schemas: settingsSchemas
	});
	const priceYear = map.has('priceYear') ? read.fields['priceYear'] : read.fields['startYear'];
	return { ...read, fields: { ...read.fields, priceYear } };
}

type Source = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	readonly shapes: Readonly<Record<string, FieldShape>>;
	readonly schemas: Schemas;
};

function readFields(map: Y.Map<unknown>, { kind, id, shapes, schemas }: Source): ReadRecord {
	const problems: BoardProblem[] = [];
	const report: Report = (field, reason, message) =>
		problems.push({ kind, id, field, reason, message });
	const defaults = kind === 'workshop' ? settingsDefaults : recordDefaults[kind];
	const fields: Record<string, unknown> = {};
	const itemKeys: Record<string, readonly string[]> = {};
	for (const [name, shape] of Object.entries(shapes)) {
		const raw = map.get(name);
		const schema = schemas[name];
		if (shape.as === 'text') fields[name] = readText(raw, name, report);
		else if (shape.as === 'items') {
			const items = readItems(raw, { name, shape }, report);
			fields[name] = items.map((item) => item.fields);
			itemKeys[name] = items.map((item) => item.key);
		} else if (schema) {
			const value = readValue(raw, { name, schema, fallback: defaults[name] }, report);
			if (value !== undefined) fields[name] = value;
		}
	}
	return { kind, id, key: keyOf(id), fields, order: undefined, itemKeys, problems };
}

type ItemList = { readonly name: string; readonly shape: ItemsField };

/** Reads the items of a list in their order; what is no item is left out and reported. */
function readItems(raw: unknown, list: ItemList, report: Report): ReadItem[] {
	if (raw === undefined) return [];
	if (!(raw instanceof Y.Map)) {
		report(list.name, 'wrong-value', 'Found no list of items. It reads as an empty list.');
		return [];
	}
	const items: ReadItem[] = [];
	for (const [key, map] of (raw as Y.Map<unknown>).entries()) {
		const item = readItem(key, map, { list, report });
		if (item) items.push(item);
	}
	return items.sort(compareOrder);
}

type ItemContext = { readonly list: ItemList; readonly report: Report };

function readItem(key: string, map: unknown, { list, report }: ItemContext): ReadItem | undefined {
	const { name, shape } = list;
	const path = `${name}.${key}`;
	const schemas = schemasOfItems(name);
	const keySchema = shape.keyField === null ? undefined : schemas[shape.keyField];
	if (!isKey(key) || (keySchema && !v.is(keySchema, nameOf(key)))) {
		report(path, 'bad-id', 'Found an item under a key that it cannot have. It is left out.');
		return undefined;
	}
	if (!(map instanceof Y.Map)) {
		report(path, 'no-record', 'Found no item here. It is left out.');
		return undefined;
	}
	const defaults = defaultsOfItems(name);
	const fields: Record<string, unknown> = {};
	for (const [field, schema] of Object.entries(schemas)) {
		const fallback = defaults[field];
		const raw: unknown = field === shape.keyField ? nameOf(key) : map.get(field);
		fields[field] = readValue(raw, { name: `${path}.${field}`, schema, fallback }, report);
		if (fields[field] === undefined) return undefined;
	}
	return { key, order: readOrder(map), fields };
}

/** Reads the place of a record or item in its list. */
export function readOrder(map: Y.Map<unknown>): string | undefined {
	const order = map.get(orderField);
	return isOrder(order) ? order : undefined;
}
