import type { App } from '../app.ts';
import { ownView } from '../feed/view.ts';
import { UnknownWorkshopError } from '../store/errors.ts';
import type { MemberRow } from '../store/store.ts';
import { readBoard } from './documents.ts';
import { deletedAt } from './retention.ts';

/** What a member hears of the workshop and of who they are in it; a facilitator also how people join. */
export async function workshopView(app: App, member: MemberRow) {
	const workshop = await app.store.findWorkshop(member.workshopId);
	if (!workshop) throw new UnknownWorkshopError(member.workshopId);
	const { title, language } = await readBoard(app.hub, workshop.id, (board) => board.workshop);
	const view = {
		...{ id: workshop.id, title, language, epoch: workshop.epoch, member: ownView(member) },
		deletedAt: await momentOfDeletion(app, workshop.id)
	};
	if (member.role !== 'facilitator') return view;
	const links = await app.store.activeLinks(workshop.id);
	return {
		...view,
		code: workshop.code,
		lobbyOpen: workshop.lobbyOpen,
		links: links.map(({ role, expiresAt }) => ({
			role,
			expiresAt: new Date(expiresAt).toISOString()
		}))
	};
}

/** ISO moment at which the workshop is deleted when nobody does anything with it; null when that is far. */
async function momentOfDeletion(
	{ store, configuration }: Pick<App, 'store' | 'configuration'>,
	workshopId: string
): Promise<string | null> {
	const { deleteAfterDays } = configuration;
	const untouched = deleteAfterDays && (await store.findUntouched(workshopId));
	const at = untouched ? deletedAt(untouched, deleteAfterDays) : undefined;
	return at === undefined ? null : new Date(at).toISOString();
}
