import { BoardView } from '#lib/document/board-view.ts';
import {
	boardFromFile,
	fileFromBoard,
	sessionFromFile,
	type Exported
} from '#lib/document/codec.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { readSession } from '#lib/document/session/session.ts';
import { setState } from '#lib/document/session/put.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { newId } from '../access/tokens.ts';
import type { App } from '../app.ts';
import { chance } from '../chance.ts';
import type { Hub } from '../rooms/hub.ts';
import { keepVersion } from '../rooms/versions.ts';

/** What the board's verbs need when the server uses them. */
export const boardTools = { newId: () => newId(), random: chance };

/** Writes a file into the documents of a workshop that was just made, with its lobby open. */
export async function fillRooms(hub: Hub, workshopId: string, file: WorkshopFile): Promise<void> {
	await hub.change(workshopId, 'board', null, (document) =>
		boardFromFile(file, document, boardTools)
	);
	await hub.change(workshopId, 'session', null, (document) => {
		sessionFromFile(file, document);
		setState(document, 'lobbyOpen', true);
	});
}

/**
 * Keeps the board as a version and then makes it equal to a file, in one step that everybody sees at
 * once; undoing it is restoring that version.
 *
 * @param by.label what the version is called, a key that screens translate
 */
export async function replaceBoard(
	app: Pick<App, 'store' | 'hub'>,
	by: { readonly workshopId: string; readonly memberId: string; readonly label: string },
	file: WorkshopFile
): Promise<void> {
	const { workshopId, memberId } = by;
	await keepVersion(app, by);
	await app.hub.change(workshopId, 'board', memberId, (document) =>
		boardFromFile(file, document, boardTools)
	);
}

/** Looks at what is on the board now. */
export async function readBoard<Result>(
	hub: Hub,
	workshopId: string,
	look: (content: BoardContent) => Result
): Promise<Result> {
	return hub.read(workshopId, 'board', (document) => {
		const view = new BoardView(document);
		const result = look(view.content);
		view.destroy();
		return result;
	});
}

/**
 * Writes the workshop as a file. As long as nobody but facilitators and observers is in, the numbers
 * of people are those of the file it was made from: they are not yet the group.
 */
export async function exportFile(hub: Hub, workshopId: string): Promise<Exported> {
	const session = await hub.read(workshopId, 'session', readSession);
	const isGroup = session.members.some(({ role }) => role === 'participant' || role === 'critic');
	const members = isGroup ? session.members : [];
	return readBoard(hub, workshopId, (content) => fileFromBoard(content, { ...session, members }));
}
