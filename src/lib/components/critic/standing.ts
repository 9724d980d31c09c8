import type { SessionContent } from '#lib/document/session/shape.ts';
import { challengesOf } from '#lib/domain/critic/answered.ts';
import type { Question } from '#lib/domain/critic/question.ts';

/** What people did with what the critic asks. */
export type Answers = Pick<SessionContent, 'challenges'>;

/**
 * How a question stands: nobody did anything with it yet, it was taken over as a challenge that waits
 * for an answer, that challenge was answered, or it was set aside with a reason.
 */
export type Standing = 'open' | 'challenged' | 'answered' | 'dismissed';

type Place = Pick<Question, 'rule' | 'target'>;

/** Tells how a question stands. */
export function standingOf(question: Place, { challenges }: Answers): Standing {
	const own = challengesOf(question, challenges);
	if (own.some(({ status }) => status === 'open')) return 'challenged';
	return own.length > 0 ? 'answered' : 'open';
}

/** Tells whether the group still has something to do with a question. */
export function isWaiting(question: Place, answers: Answers): boolean {
	const standing = standingOf(question, answers);
	return standing === 'open' || standing === 'challenged';
}
