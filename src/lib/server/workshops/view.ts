import { deletedAt, nameTerm, type Usage } from '#lib/domain/retention.ts';
import type { App } from '../app.ts';
import { ownView } from '../feed/view.ts';
import { UnknownWorkshopError } from '../store/errors.ts';
import type { MemberRow } from '../store/store.ts';
import { readBoard } from './documents.ts';
import { mostKept, noteVisit } from './retention.ts';

/** What a member hears of the workshop and of who they are in it; a facilitator also how people join. */
export async function workshopView(app: App, member: MemberRow) {
	const workshop = await app.store.findWorkshop(member.workshopId);
	const usage = (await app.store.usageOf([member.workshopId])).get(member.workshopId);
	if (!workshop || !usage) throw new UnknownWorkshopError(member.workshopId);
	await noteVisit(app, workshop.id, usage.visitedAt);
	const { title, language } = await readBoard(app.hub, workshop.id, (board) => board.workshop);
	const most = mostKept(app.configuration);
	const deleted = deletedAt(usage, most);
	const view = {
		...{ id: workshop.id, title, language, epoch: workshop.epoch, member: ownView(member) },
		deletedAt: deleted === undefined ? null : moment(deleted),
		namesKeptDays: nameTerm(usage.terms.names, most.names)
	};
	if (member.role !== 'facilitator') return view;
	const links = await app.store.activeLinks(workshop.id);
	return {
		...view,
		retention: retentionView(app, usage),
		code: workshop.code,
		lobbyOpen: workshop.lobbyOpen,
		links: links.map(({ role, expiresAt }) => ({
			role,
			expiresAt: new Date(expiresAt).toISOString()
		}))
	};
}

/** How long things are kept here, and what this server keeps at most. */
function retentionView(app: Pick<App, 'configuration' | 'now'>, usage: Usage) {
	const { terms, sealed } = usage;
	return { terms, most: mostKept(app.configuration), sealed, openedAt: moment(app.now()) };
}

function moment(at: number): string {
	return new Date(at).toISOString();
}
