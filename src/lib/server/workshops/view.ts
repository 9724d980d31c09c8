import { readSession } from '#lib/document/session/session.ts';
import type { MemberView, OwnView } from '#lib/document/session/view.ts';
import type { App } from '../app.ts';
import { UnknownWorkshopError } from '../store/errors.ts';
import type { MemberRow } from '../store/store.ts';
import { readBoard } from './documents.ts';

/** What a member hears of the workshop and of who they are in it; a facilitator also how people join. */
export async function workshopView(app: App, member: MemberRow) {
	const workshop = await app.store.findWorkshop(member.workshopId);
	if (!workshop) throw new UnknownWorkshopError(member.workshopId);
	const { title, language } = await readBoard(app.hub, workshop.id, (board) => board.workshop);
	const view = { id: workshop.id, title, language, epoch: workshop.epoch, member: ownView(member) };
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

/** What a member may see of the session; only a facilitator sees who is who. */
export async function sessionView(app: App, member: MemberRow) {
	const session = await app.hub.read(member.workshopId, 'session', readSession);
	const members = await app.store.listMembers(member.workshopId);
	return {
		...session,
		member: ownView(member),
		members: member.role === 'facilitator' ? members.map(namedView) : members.map(seatView)
	};
}

function ownView({ id, role, name, partyId, colour }: MemberRow): OwnView {
	return { id, role, name, partyId, colour };
}

function namedView(member: MemberRow): MemberView {
	return { ...ownView(member), joinedAt: new Date(member.joinedAt).toISOString() };
}

function seatView({ id, role, partyId, colour }: MemberRow): MemberView {
	return { id, role, partyId, colour };
}
