import type { SessionView } from '#lib/document/session/view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { numberQuestion, practiceQuestion, type NumberQuestion } from './number-question.ts';

/** A question that waits for answers. */
export type OpenQuestion = {
	readonly id: string;
	/** Practice, or which round. */
	readonly name: string;
	readonly question: NumberQuestion;
	/** What the facilitator said with it. */
	readonly note: string;
	readonly ready: number;
	readonly hidden: boolean;
	readonly anonymous: boolean;
};

/** Lists the questions that wait for answers; a number that is no longer on the board asks nothing. */
export function openQuestions(
	{ practices, rounds }: Pick<SessionView, 'practices' | 'rounds'>,
	t: Translate
): OpenQuestion[] {
	const practising = practices.flatMap((practice) =>
		practice.status === 'open'
			? [
					{
						...practice,
						name: t('estimate.practice'),
						note: '',
						question: practiceQuestion(practice)
					}
				]
			: []
	);
	const estimating = rounds.flatMap((round) => {
		if (round.status !== 'open' || !round.about) return [];
		const name = t('estimate.round', { round: round.round });
		return [{ ...round, name, question: numberQuestion(round.about, t) }];
	});
	return [...practising, ...estimating].map(
		({ id, name, question, note, ready, hidden, anonymous }) => ({
			...{ id, name, question, note },
			...{ ready, hidden, anonymous }
		})
	);
}
