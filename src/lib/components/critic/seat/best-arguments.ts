import type { BestArgument } from '#lib/document/session/critic.ts';
import type { Measure } from '#lib/domain/measure.ts';

/** A measure with the best arguments that people gave for it. */
export type Defence = {
	readonly measure: Pick<Measure, 'id' | 'title'>;
	readonly said: readonly BestArgument[];
};

/** Lists the measures that somebody defended, in the order of the board, each with what was said. */
export function defencesOf(
	measures: readonly Defence['measure'][],
	said: readonly BestArgument[]
): Defence[] {
	return measures
		.map((measure) => ({
			measure,
			said: said.filter(({ measureId }) => measureId === measure.id)
		}))
		.filter((defence) => defence.said.length > 0);
}
