import type { BoardContent } from '#lib/document/content.ts';
import { readSession } from '#lib/document/session/session.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { App } from '../app.ts';
import { UnknownWorkshopError } from '../store/errors.ts';
import type { Answered, MemberRow } from '../store/store.ts';
import { readBoard } from '../workshops/documents.ts';
import { audienceOf, personalView, sharedView, type Sources } from './view.ts';

export type SourcesOf = Pick<App, 'store' | 'hub'>;

/** Which session is read, what is known of it already, and who is connected to it. */
type About = {
	readonly workshopId: string;
	readonly board: BoardContent;
	readonly connected: ReadonlySet<string>;
};

/** Reads what the views of a session are made of. */
export async function readSources(
	{ store, hub }: SourcesOf,
	{ workshopId, board, connected }: About
): Promise<Sources> {
	const workshop = await store.findWorkshop(workshopId);
	if (!workshop) throw new UnknownWorkshopError(workshopId);
	const session = await hub.read(workshopId, 'session', readSession);
	const named = session.rounds.filter(
		({ status, anonymous }) => status === 'revealed' && !anonymous
	);
	const givers = await Promise.all(
		named.map(
			async ({ id }) =>
				[id, (await store.findRound(workshopId, id))?.result?.givers ?? null] as const
		)
	);
	return {
		...{ session, board, connected, code: workshop.code, givers: new Map(givers) },
		members: await store.listMembers(workshopId),
		answered: [
			...(await store.listAnswered(workshopId)),
			...(await doubters(store, workshopId, session.doubt))
		],
		notes: await store.speakerNotes(workshopId)
	};
}

/** Who named a number that they don't believe, as long as that is asked; not which. */
async function doubters(
	store: SourcesOf['store'],
	workshopId: string,
	doubt: SessionContent['doubt']
): Promise<Answered[]> {
	if (!doubt?.open) return [];
	const cards = await store.handedIn(workshopId, doubt.id);
	return cards.map(({ memberId }) => ({ memberId, id: doubt.id }));
}

/** Reads everything that views show of the board; it stays the same as long as the board does. */
export function readBoardNow({ hub }: SourcesOf, workshopId: string): Promise<BoardContent> {
	return readBoard(hub, workshopId, (content) => content);
}

/** What a member may see of the session now. */
export async function sessionView(app: SourcesOf & Pick<App, 'now' | 'feeds'>, member: MemberRow) {
	const { workshopId } = member;
	const board = await readBoardNow(app, workshopId);
	const connected = app.feeds.connected(workshopId);
	const sources = await readSources(app, { workshopId, board, connected });
	return {
		now: app.now(),
		...sharedView(sources, audienceOf(member)),
		...personalView(sources, member)
	};
}
