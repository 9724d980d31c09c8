import type { App } from '../app.ts';
import { CorruptRoomError } from '../store/errors.ts';
import type { WorkshopRow, WorkshopSummary } from '../store/store.ts';
import { readBoard } from './documents.ts';

type Titled = Pick<WorkshopRow, 'title' | 'language'>;

/** What a list of workshops shows of one. */
export async function listed(app: App, workshop: WorkshopSummary) {
	const { title, language } = await titled(app, workshop);
	const changedAt = new Date(workshop.changedAt).toISOString();
	return { id: workshop.id, title, language, changedAt };
}

/**
 * Gives the title and language that a workshop has now. They are on the board, so the row only
 * remembers what was read last; a board that has changed since is looked at again.
 */
async function titled(app: App, workshop: WorkshopSummary): Promise<Titled> {
	if (workshop.titleSequence === workshop.boardSequence) return workshop;
	try {
		const { title, language } = await readBoard(app.hub, workshop.id, (board) => board.workshop);
		const titleSequence = workshop.boardSequence;
		await app.store.updateWorkshop(workshop.id, { title, language, titleSequence });
		return { title, language };
	} catch (error) {
		if (!(error instanceof CorruptRoomError)) throw error;
		// One damaged board must not hide the other workshops; opening it tells what is wrong.
		return workshop;
	}
}
