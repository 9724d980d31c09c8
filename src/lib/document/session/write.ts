import type * as Y from 'yjs';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Phase } from '../phase.ts';
import type { SessionChallenge } from './challenges.ts';
import type { Adoption } from './critic.ts';
import { putIn, setState, takeFrom } from './put.ts';
import type { SessionMember, SessionRound } from './shape.ts';

/**
 * Everything that is written into a session. Only the server calls these, inside a transaction of its own,
 * after it has checked role and phase and stored what must not be lost.
 */

/** Moves everybody to a phase. */
export function setPhase(doc: Y.Doc, phase: Phase): void {
	setState(doc, 'phase', phase);
}

/** Opens or closes the lobby: whether the spoken code lets people in. */
export function setLobby(doc: Y.Doc, open: boolean): void {
	setState(doc, 'lobbyOpen', open);
}

/** Adds a member or changes role and party. */
export function putMember(doc: Y.Doc, member: SessionMember): void {
	const { id, role, partyId } = member;
	putIn(doc, 'members', id, { id, role, partyId });
}

/** Removes a member. */
export function removeMember(doc: Y.Doc, memberId: string): void {
	takeFrom(doc, 'members', memberId);
}

/** What a file has no more of than this reads as if nobody knows who did it. */
type PlainChallenge = Challenge | SessionChallenge;
type PlainAdoption = Pick<Adoption, 'scenarioId' | 'reason'> & Partial<Adoption>;

/** Adds a challenge at the end of the list, or changes the one with its id. */
export function putChallenge(doc: Y.Doc, challenge: PlainChallenge): void {
	putIn(doc, 'challenges', challenge.id, challenge);
}

/**
 * Adds a round at the end of the list, or changes the one with its id.
 * Estimates that are not revealed never come here: a round that is open carries none.
 * @throws TypeError for an open round with estimates.
 */
export function putRound(doc: Y.Doc, round: SessionRound): void {
	if (round.status === 'open' && round.estimates.length > 0) {
		throw new TypeError('An open round may not carry estimates: they are blind.');
	}
	putIn(doc, 'rounds', round.id, round);
}

/** Notes that a scenario was adopted. */
export function adoptScenario(doc: Y.Doc, adoption: PlainAdoption): void {
	putIn(doc, 'adopted', adoption.scenarioId, adoption);
}

/** Makes an adopted scenario a draft again. */
export function withdrawAdoption(doc: Y.Doc, scenarioId: string): void {
	takeFrom(doc, 'adopted', scenarioId);
}
