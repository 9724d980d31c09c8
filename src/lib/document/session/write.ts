import type * as Y from 'yjs';
import type { Challenge } from '#lib/domain/challenge.ts';
import type { Phase } from '../phase.ts';
import { toPlain } from '../verbs/write-fields.ts';
import { placeOf } from './list.ts';
import { sessionRoots, type Adoption, type SessionMember, type SessionRound } from './shape.ts';

/**
 * Everything that is written into a session. Only the server calls these, inside a transaction of its own,
 * after it has checked role and phase and stored what must not be lost.
 */

/** Moves everybody to a phase. */
export function setPhase(doc: Y.Doc, phase: Phase): void {
	doc.getMap(sessionRoots.state).set('phase', phase);
}

/** Opens or closes the lobby: whether the spoken code lets people in. */
export function setLobby(doc: Y.Doc, open: boolean): void {
	doc.getMap(sessionRoots.state).set('lobbyOpen', open);
}

/** Adds a member or changes role and party. */
export function putMember(doc: Y.Doc, member: SessionMember): void {
	const { id, role, partyId } = member;
	put(doc.getMap(sessionRoots.members), id, { id, role, partyId });
}

/** Removes a member. */
export function removeMember(doc: Y.Doc, memberId: string): void {
	doc.getMap(sessionRoots.members).delete(memberId);
}

/** Adds a challenge at the end of the list, or changes the one with its id. */
export function putChallenge(doc: Y.Doc, challenge: Challenge): void {
	put(doc.getMap(sessionRoots.challenges), challenge.id, challenge);
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
	put(doc.getMap(sessionRoots.rounds), round.id, round);
}

/** Notes that a scenario was adopted. */
export function adoptScenario(doc: Y.Doc, adoption: Adoption): void {
	put(doc.getMap(sessionRoots.adopted), adoption.scenarioId, adoption);
}

/** Makes an adopted scenario a draft again. */
export function withdrawAdoption(doc: Y.Doc, scenarioId: string): void {
	doc.getMap(sessionRoots.adopted).delete(scenarioId);
}

/** Writes a plain value; a new one comes last in its list. */
function put(map: Y.Map<unknown>, key: string, value: object): void {
	const place = map.has(key) ? placeOf(map.get(key)) : nextPlace(map);
	map.set(key, toPlain({ ...value, place }));
}

function nextPlace(map: Y.Map<unknown>): number {
	return [...map.values()].reduce<number>((last, value) => Math.max(last, placeOf(value) + 1), 0);
}
