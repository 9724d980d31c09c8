import * as Y from 'yjs';
import { recordKinds, type RecordKind } from './shape.ts';
import { rootOf, settingsRoot } from './roots.ts';

/** The root maps of a board. */
export type BoardMaps = Readonly<Record<RecordKind | 'workshop', Y.Map<unknown>>>;

/** Gives the root maps of a board; an empty document gets empty ones. */
export function mapsOf(doc: Y.Doc): BoardMaps {
	const maps = recordKinds.map((kind) => [kind, doc.getMap(rootOf[kind])] as const);
	return { ...(Object.fromEntries(maps) as BoardMaps), workshop: doc.getMap(settingsRoot) };
}

/** Gives a value from a shared map when it is a map itself. */
export function mapIn(map: Y.Map<unknown>, key: string): Y.Map<unknown> | undefined {
	const value = map.get(key);
	return value instanceof Y.Map ? (value as Y.Map<unknown>) : undefined;
}
