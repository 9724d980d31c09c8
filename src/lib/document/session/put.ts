import type * as Y from 'yjs';
import { toPlain } from '../verbs/write-fields.ts';
import { placeOf } from './list.ts';
import { stateRoot, type ListName, type SessionContent, type StateName } from './shape.ts';

/** Writes one of the single values; undefined takes it away. */
export function setState<Name extends StateName>(
	doc: Y.Doc,
	name: Name,
	value: SessionContent[Name]
): void {
	const state = doc.getMap(stateRoot);
	if (value === undefined) state.delete(name);
	else state.set(name, toPlain(value));
}

/** Writes a plain value under its key in a list; a new one comes last. */
export function putIn(doc: Y.Doc, list: ListName, key: string, value: object): void {
	const map = doc.getMap(list);
	const place = map.has(key) ? placeOf(map.get(key)) : nextPlace(map);
	map.set(key, toPlain({ ...value, place }));
}

/** Takes what stands under a key out of a list. */
export function takeFrom(doc: Y.Doc, list: ListName, key: string): void {
	doc.getMap(list).delete(key);
}

function nextPlace(map: Y.Map<unknown>): number {
	return [...map.values()].reduce<number>((last, value) => Math.max(last, placeOf(value) + 1), 0);
}
