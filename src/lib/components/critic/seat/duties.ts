import type { BoardContent } from '#lib/document/content.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { Measure } from '#lib/domain/measure.ts';
import type { Target } from '#lib/domain/challenge.ts';

/** What is still to be done at one measure. */
export type Duty = {
	readonly measure: Measure;
	/** Somebody put a question to it, or to one of its effects. */
	readonly challenged: boolean;
	/** Somebody gave the best argument for it. */
	readonly defended: boolean;
};

/** Tells for every measure whether anybody has challenged it and defended it. */
export function dutiesOf(
	{ measures, effects }: Pick<BoardContent, 'measures' | 'effects'>,
	{ challenges, arguments: said }: Pick<SessionContent, 'challenges' | 'arguments'>
): Duty[] {
	const challenged = new Set(challenges.flatMap(({ target }) => measuresOf(target, effects)));
	const defended = new Set(said.map(({ measureId }) => measureId));
	return measures.map((measure) => ({
		measure,
		challenged: challenged.has(measure.id),
		defended: defended.has(measure.id)
	}));
}

function measuresOf({ kind, id }: Target, effects: BoardContent['effects']): readonly string[] {
	if (kind === 'measure') return [id];
	return kind === 'effect' ? (effects.find((effect) => effect.id === id)?.measureIds ?? []) : [];
}
