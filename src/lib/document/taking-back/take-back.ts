import * as Y from 'yjs';
import { isPlainObject } from '#lib/domain/field.ts';
import { nameOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { rootOf, settingsRoot } from '../roots.ts';
import { recordKinds, type FieldShape, type RecordKind } from '../shape.ts';
import { writeText, writeValue } from '../verbs/write-fields.ts';
import { fieldsOf, isSame, nameOfPlace, valueAt, type Place } from './places.ts';
import { referencesTo } from './references.ts';
import type { Trace } from './trace.ts';

/** Something that stays as it is although the member wrote there. */
export type Kept = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	/** Dotted, items by their key; null for the record itself. */
	readonly field: string | null;
	/** Who wrote there since; null when it is not known who. */
	readonly by: string | null;
	/** `changed`: somebody wrote there since. `needed`: something of another hangs on it. */
	readonly why: 'changed' | 'needed';
};

/**
 * Puts back what stood where a member wrote, as a new change of the document. What somebody else wrote
 * at, in or over since stays as it is, and so does a record on which something of another hangs.
 *
 * @param traces shallow places first
 * @returns what stays
 */
export function takeBack(doc: Y.Doc, traces: readonly Trace[]): Kept[] {
	const kept = new Map<string, Kept>();
	const open: Trace[] = [];
	for (const trace of traces) {
		const { place, before, after, by } = trace;
		const now = valueAt(doc, place);
		// Under a record that comes back, a field first comes back as it was then.
		const isCovered = open.some(({ place: over }) => isWithin(place, over));
		if (isSame(now, before) && !isCovered) continue;
		if (by === undefined && isSame(now, after)) open.push(trace);
		else kept.set(nameOfPlace(place), keptAt(place, by ?? null, 'changed'));
	}
	const needed = neededIn(doc, open);
	for (const { place } of needed) kept.set(nameOfPlace(place), keptAt(place, null, 'needed'));
	doc.transact(() => {
		for (const trace of open) if (!needed.includes(trace)) putBack(doc, trace);
	});
	return [...kept.values()];
}

function isWithin(place: Place, over: Place): boolean {
	return over.length < place.length && over.every((name, depth) => place[depth] === name);
}

/** Records that were added and that others, who are not taken back, refer to. */
function neededIn(doc: Y.Doc, open: readonly Trace[]): Trace[] {
	const needed: Trace[] = [];
	for (;;) {
		const goes = open.filter((trace) => !needed.includes(trace));
		const trial = new Y.Doc();
		Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc));
		for (const trace of goes) putBack(trial, trace);
		const more = goes.filter(
			({ place, before }) =>
				place.length === 2 && before === undefined && referencesTo(trial, place).length > 0
		);
		trial.destroy();
		if (more.length === 0) return needed;
		needed.push(...more);
	}
}

function putBack(doc: Y.Doc, { place, before }: Pick<Trace, 'place' | 'before'>): void {
	const [root = '', key = '', ...within] = place;
	const records = doc.getMap<unknown>(root);
	const fields = fieldsOf(root);
	if (within.length === 0) return putRecord(records, { key, fields, before });
	const record = root === settingsRoot ? records : mapIn(records, key);
	const [field = '', item, part] = within;
	if (!record) return;
	if (item === undefined) return putField(record, { field, shape: fields[field], before });
	const items = mapIn(record, field);
	if (!items) return;
	if (part === undefined) return putRecord(items, { key: item, fields: {}, before });
	const map = mapIn(items, item);
	if (map) writeValue(map, part, before);
}

type Putting = {
	readonly key: string;
	readonly fields: Readonly<Record<string, FieldShape>>;
	readonly before: unknown;
};

/** Puts a record or item back as it was written, or takes it away where there was none. */
function putRecord(list: Y.Map<unknown>, { key, fields, before }: Putting): void {
	if (!isPlainObject(before)) return list.delete(key);
	const map = mapIn(list, key) ?? list.set(key, new Y.Map<unknown>());
	for (const name of [...map.keys()]) if (!(name in before)) map.delete(name);
	for (const [field, value] of Object.entries(before)) {
		putField(map, { field, shape: fields[field], before: value });
	}
}

function putField(
	map: Y.Map<unknown>,
	{ field, shape, before }: { field: string; shape: FieldShape | undefined; before: unknown }
): void {
	if (shape?.as === 'text' && typeof before === 'string') return writeText(map, field, before);
	if (shape?.as !== 'items' || !isPlainObject(before)) return writeValue(map, field, before);
	const items = mapIn(map, field) ?? map.set(field, new Y.Map<unknown>());
	for (const key of [...items.keys()]) if (!(key in before)) items.delete(key);
	for (const [key, item] of Object.entries(before)) {
		putRecord(items, { key, fields: {}, before: item });
	}
}

function keptAt(place: Place, by: string | null, why: Kept['why']): Kept {
	const [root = '', key = '', ...within] = place;
	const kind = recordKinds.find((one) => rootOf[one] === root) ?? 'workshop';
	const field = within.length === 0 ? null : within.map(nameOf).join('.');
	return { kind, id: kind === 'workshop' ? kind : nameOf(key), field, by, why };
}
