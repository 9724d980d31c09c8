import type { BoardContent } from '#lib/document/content.ts';
import type { SessionRound } from '#lib/document/session/round.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { MemberView, OwnView, RoundView, SessionView } from '#lib/document/session/view.ts';
import type { Answered, MemberRow, RoundResult } from '../store/store.ts';
import { boardFigures } from './board-figures.ts';
import { numberAsked, numberOnCard } from './number-in-words.ts';

/** Everything that views of one session are made of, read at about one moment. */
export type Sources = {
	readonly session: SessionContent;
	readonly board: BoardContent;
	/** Members who are in, in order of joining. */
	readonly members: readonly MemberRow[];
	/** Ids of members who have a screen of the workshop open now, as far as this server knows. */
	readonly connected: ReadonlySet<string>;
	readonly answered: readonly Answered[];
	readonly notes: Readonly<Record<string, string>>;
	/** The spoken code; null when there is none. */
	readonly code: string | null;
	/** Who gave the estimates of rounds that are not anonymous, by round id. */
	readonly givers: ReadonlyMap<string, RoundResult['givers']>;
};

/** What is the same for everybody of a kind. */
export type SharedView = Omit<SessionView, 'member' | 'answered'>;

/** What is one's own. */
export type PersonalView = Pick<SessionView, 'member' | 'answered'>;

/** People who may see the same: facilitators know who is who, and the projector shows the code. */
export type Audience = 'leading' | 'watching' | 'taking-part';

/** Tells which audience a member belongs to. */
export function audienceOf({ role }: Pick<MemberRow, 'role'>): Audience {
	if (role === 'facilitator') return 'leading';
	return role === 'observer' ? 'watching' : 'taking-part';
}

/** Makes what everybody of an audience may see. */
export function sharedView(sources: Sources, audience: Audience): SharedView {
	const { session, board, members, connected, notes, code } = sources;
	const leads = audience === 'leading';
	return {
		...session,
		members: members.map((member) => (leads ? namedView(member, connected) : seatView(member))),
		rounds: session.rounds.map((round) => roundView(round, sources, leads)),
		board: boardFigures(board, session),
		joinCode: audience !== 'taking-part' && session.lobbyOpen ? code : null,
		notes: leads ? notes : null
	};
}

/** Makes what a member alone may see. */
export function personalView({ answered }: Sources, member: MemberRow): PersonalView {
	return {
		member: ownView(member),
		answered: answered.filter(({ memberId }) => memberId === member.id).map(({ id }) => id)
	};
}

function roundView(round: SessionRound, { board, givers }: Sources, leads: boolean): RoundView {
	const isRevealed = round.status === 'revealed';
	return {
		...round,
		about: numberAsked(board, round),
		planned: isRevealed ? numberOnCard(board, round) : null,
		givenBy: leads && isRevealed ? (givers.get(round.id) ?? null) : null
	};
}

/** Who somebody is, as they may know themselves. */
export function ownView({ id, role, name, partyId, colour }: MemberRow): OwnView {
	return { id, role, name, partyId, colour };
}

function namedView(member: MemberRow, connected: ReadonlySet<string>): MemberView {
	const joinedAt = new Date(member.joinedAt).toISOString();
	return { ...ownView(member), joinedAt, connected: connected.has(member.id) };
}

function seatView({ id, role, partyId, colour }: MemberRow): MemberView {
	return { id, role, partyId, colour };
}
