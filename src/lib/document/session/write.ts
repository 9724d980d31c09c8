import type * as Y from 'yjs';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { SessionChallenge } from './challenges.ts';
import type { Adoption } from './critic.ts';
import type { SessionMember } from './member.ts';
import { putIn, takeFrom } from './put.ts';

/**
 * Everything that is written into a session. Only the server calls these, inside a transaction of its own,
 * after it has checked role and phase and stored what must not be lost.
 */

/** Adds a member or changes role and party. */
export function putMember(doc: Y.Doc, member: SessionMember): void {
	const { id, role, partyId, colour } = member;
	const shown = colour === undefined ? { id, role, partyId } : { id, role, partyId, colour };
	putIn(doc, 'members', id, shown);
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

/** Notes that a scenario was adopted. */
export function adoptScenario(doc: Y.Doc, adoption: PlainAdoption): void {
	putIn(doc, 'adopted', adoption.scenarioId, adoption);
}

/** Makes an adopted scenario a draft again. */
export function withdrawAdoption(doc: Y.Doc, scenarioId: string): void {
	takeFrom(doc, 'adopted', scenarioId);
}
