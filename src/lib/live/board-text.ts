import * as Y from 'yjs';
import type { BoardContent } from '#lib/document/content.ts';
import { readCopy } from './device-copy.ts';

/** Writes a board as the text of a workshop file, to be saved by hand when the server refuses it. */
export async function boardText(content: BoardContent): Promise<string> {
	const [{ fileFromBoard }, { readSession }, { serialiseWorkshopFile }] = await Promise.all([
		import('#lib/document/codec.ts'),
		import('#lib/document/session/session.ts'),
		import('#lib/domain/workshop-file.ts')
	]);
	return serialiseWorkshopFile(fileFromBoard(content, readSession(new Y.Doc())).file);
}

/** Writes a copy that lies on this device, but belongs to another member or epoch, as a workshop file. */
export async function copyText(name: string): Promise<string> {
	const { BoardView } = await import('#lib/document/board-view.ts');
	const doc = new Y.Doc();
	const view = new BoardView(doc);
	await readCopy(name, doc);
	const text = await boardText(view.content);
	view.destroy();
	doc.destroy();
	return text;
}
