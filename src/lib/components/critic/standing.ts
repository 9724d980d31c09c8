import type { SessionContent } from '#lib/document/session/shape.ts';
import { challengesOf } from '#lib/domain/critic/answered.ts';
import { keyOf, type Question } from '#lib/domain/critic/question.ts';

/** What people did with what the critic asks. */
export type Answers = Pick<SessionContent, 'challenges' | 'dismissals'>;

/**
 * How a question stands: nobody did anything with it yet, it was taken over as a challenge that waits
 * for an answer, that challenge was answered, or it was set aside with a reason.
 */
export type Standing = 'open' | 'challenged' | 'answered' | 'dismissed';

type Place = Pick<Question, 'rule' | 'target'>;

/** Tells how a question stands; what was taken over after it was set aside counts as taken over. */
export function standingOf(question: Place, { challenges, dismissals }: Answers): Standing {
	const own = challengesOf(question, challenges);
	if (own.some(({ status }) => status === 'open')) return 'challenged';
	if (own.length > 0) return 'answered';
	return dismissalOf(question, dismissals) ? 'dismissed' : 'open';
}

/** Finds why a question was set aside, if it was. */
export function dismissalOf(
	{ rule, target }: Place,
	dismissals: Answers['dismissals']
): Answers['dismissals'][number] | undefined {
	const key = keyOf({ rule, target });
	return dismissals.find((dismissal) => keyOf(dismissal) === key);
}

/** Tells whether the group still has something to do with a question. */
export function isWaiting(question: Place, answers: Answers): boolean {
	const standing = standingOf(question, answers);
	return standing === 'open' || standing === 'challenged';
}
