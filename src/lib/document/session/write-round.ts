import type * as Y from 'yjs';
import type { Round } from '#lib/domain/round.ts';
import { putIn, takeFrom } from './put.ts';
import type { Blind, PracticeRound } from './round.ts';

/**
 * Adds a round at the end of the list, or changes the one with its id.
 * Estimates that are not revealed never come here: a round that is open carries none.
 *
 * @throws TypeError for an open round with estimates, or a hidden one that shows answers.
 */
export function putRound(doc: Y.Doc, round: Round & Partial<Blind>): void {
	refuseUnrevealed(round);
	putIn(doc, 'rounds', round.id, round);
}

/** The same for a practice round; the known answer comes here at the reveal. */
export function putPractice(doc: Y.Doc, round: PracticeRound): void {
	refuseUnrevealed(round);
	if (round.status === 'open' && round.answer !== null) {
		throw new TypeError('An open practice round may not carry its answer.');
	}
	putIn(doc, 'practices', round.id, round);
}

/** Takes a round away, practice or not. */
export function removeRound(doc: Y.Doc, id: string): void {
	takeFrom(doc, 'rounds', id);
	takeFrom(doc, 'practices', id);
}

function refuseUnrevealed(round: Pick<Round, 'status' | 'estimates'> & Partial<Blind>): void {
	const shown = round.shown ?? [];
	if (round.status === 'open' && round.estimates.length > 0) {
		throw new TypeError('An open round may not carry estimates: they are blind.');
	}
	if (shown.length > 0 && (round.hidden ?? true)) {
		throw new TypeError('A hidden round may not show answers.');
	}
}
