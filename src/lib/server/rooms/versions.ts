import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { BoardView } from '#lib/document/board-view.ts';
import type { BoardContent } from '#lib/document/content.ts';
import type { Store } from '../store/store.ts';
import type { Hub } from './hub.ts';

/**
 * Keeps what is on the board now as a version that can be brought back.
 *
 * @param by.label why it is kept, a key that screens translate
 * @param by.name what somebody calls it
 */
export async function keepVersion(
	{ store, hub }: { readonly store: Store; readonly hub: Hub },
	by: {
		readonly workshopId: string;
		readonly memberId: string;
		readonly label: string;
		readonly name?: string;
	}
): Promise<void> {
	const { workshopId, ...version } = by;
	const state = await hub.read(workshopId, 'board', (document) => encodeStateAsUpdate(document));
	await store.saveVersion(`${workshopId}/board`, { ...version, state });
}

/** Gives a copy of a document in which something can be tried out. */
export function copyOf(document: Doc): Doc {
	const copy = new Doc();
	applyUpdate(copy, encodeStateAsUpdate(document));
	return copy;
}

/** Reads what was on the board in a kept version. */
export function contentOfVersion({ state }: { readonly state: Uint8Array }): BoardContent {
	const document = new Doc();
	applyUpdate(document, state);
	const view = new BoardView(document);
	const { content } = view;
	view.destroy();
	document.destroy();
	return content;
}
