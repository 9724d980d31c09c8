import { deletedAt, namesForgottenAt, nameWarningDays, type Usage } from '#lib/domain/retention.ts';
import type { App } from '../app.ts';
import { CorruptRoomError } from '../store/errors.ts';
import type { WorkshopRow, WorkshopSummary } from '../store/store.ts';
import { readBoard } from './documents.ts';
import { mostKept } from './retention.ts';

const day = 24 * 60 * 60 * 1000;

type Titled = Pick<WorkshopRow, 'title' | 'language'>;

/**
 * What a list of workshops shows of them: also, where that comes near, when a workshop is deleted and
 * when the names in it are forgotten. Whoever opens it to be told so has changed the latter already.
 */
export async function listed(app: App, workshops: readonly WorkshopSummary[]) {
	const usage = await app.store.usageOf(workshops.map(({ id }) => id));
	return Promise.all(
		workshops.map(async (workshop) => ({
			...{ id: workshop.id, ...(await titled(app, workshop)) },
			changedAt: new Date(workshop.changedAt).toISOString(),
			...comingNear(app, usage.get(workshop.id))
		}))
	);
}

function comingNear(app: Pick<App, 'configuration' | 'now'>, usage: Usage | undefined) {
	if (!usage) return { deletedAt: null, namesForgottenAt: null };
	const most = mostKept(app.configuration);
	const deleted = deletedAt(usage, most);
	const forgotten = namesForgottenAt(usage, most);
	const isNear = usage.named > 0 && forgotten - app.now() <= nameWarningDays * day;
	return {
		deletedAt: deleted === undefined ? null : new Date(deleted).toISOString(),
		namesForgottenAt: isNear ? new Date(forgotten).toISOString() : null
	};
}

/**
 * Gives the title and language that a workshop has now. They are on the board, so the row only
 * remembers what was read last; a board that has changed since is looked at again.
 */
async function titled(app: App, workshop: WorkshopSummary): Promise<Titled> {
	const { title, language } = workshop;
	if (workshop.titleSequence === workshop.boardSequence) return { title, language };
	try {
		const board = await readBoard(app.hub, workshop.id, (content) => content.workshop);
		const titleSequence = workshop.boardSequence;
		const now = { title: board.title, language: board.language };
		await app.store.updateWorkshop(workshop.id, { ...now, titleSequence });
		return now;
	} catch (error) {
		if (!(error instanceof CorruptRoomError)) throw error;
		// One damaged board must not hide the other workshops; opening it tells what is wrong.
		return { title, language };
	}
}
