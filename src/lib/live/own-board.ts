import type * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { newId } from './new-id.ts';

/** Makes the board of this browser tab, with its clock and its chance. */
export function ownBoard(doc: Y.Doc, agreed: () => ReadonlySet<string>): Board {
	return new Board(doc, { newId, random: Math.random, now: () => performance.now(), agreed });
}
