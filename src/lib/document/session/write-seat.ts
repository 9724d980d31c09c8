import type * as Y from 'yjs';
import type { Doubt, Speaking } from './critic.ts';
import { setState } from './put.ts';
import { stateReaders, stateRoot } from './shape.ts';

/** The critic's seat, the turn to speak and the question about numbers; written as write.ts says. */

/** Offers the critic's seat to whoever takes it; undefined ends the offer. */
export function offerSeat(doc: Y.Doc, memberId: string | undefined): void {
	setState(doc, 'seatOfferedBy', memberId);
}

/** Gives somebody the turn to speak; undefined ends the turn. */
export function setSpeaking(doc: Y.Doc, speaking: Speaking | undefined): void {
	setState(doc, 'speaking', speaking);
}

/** Puts the question which number people don't believe, or shows which numbers they named. */
export function setDoubt(doc: Y.Doc, doubt: Doubt): void {
	setState(doc, 'doubt', doubt);
}

/** Tells how many people answered the question that is open. */
export function setDoubters(doc: Y.Doc, doubtId: string, answered: number): void {
	const doubt = stateReaders.doubt(doc.getMap(stateRoot).get('doubt'));
	if (doubt?.id === doubtId && doubt.open) setDoubt(doc, { ...doubt, answered });
}
