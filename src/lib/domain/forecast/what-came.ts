import * as v from 'valibot';
import { oneOf, record, textSchema, wholeNumberFrom } from '../field.ts';
import type { ForecastContent } from './forecast.ts';

/** What became of something that people feared: it happened, it did not, or nobody can tell yet. */
export const whatCameAnswers = ['came-true', 'did-not', 'not-yet'] as const;

export type WhatCameAnswer = (typeof whatCameAnswers)[number];

/** What was asked or feared when a forecast was sealed. */
export const doubtKinds = ['challenge', 'watch'] as const;

export type DoubtKind = (typeof doubtKinds)[number];

/** What came of one challenge or pre-mortem item of a sealed forecast. */
export const whatCameSchema = record({
	/** Number of the forecast. */
	forecast: wholeNumberFrom(1),
	kind: oneOf(doubtKinds),
	/** Id of the challenge or of the item to keep an eye on. */
	doubtId: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
	came: oneOf(whatCameAnswers),
	note: v.optional(textSchema, '')
});

export type WhatCame = v.InferOutput<typeof whatCameSchema>;

/** Something that was asked or feared when a forecast was sealed, in the words of then. */
export type SealedDoubt = {
	readonly kind: DoubtKind;
	readonly id: string;
	readonly text: string;
};

/** Lists what people asked and feared when a forecast was sealed: first challenges, then what they would keep an eye on. */
export function sealedDoubts({
	workshop,
	watches = []
}: Pick<ForecastContent, 'watches'> & {
	readonly workshop: Pick<ForecastContent['workshop'], 'challenges'>;
}): SealedDoubt[] {
	return [
		...workshop.challenges.map(({ id, text }) => ({ kind: 'challenge' as const, id, text })),
		...watches.map(({ id, text }) => ({ kind: 'watch' as const, id, text }))
	];
}

/** Gives all that was said about one doubt of a forecast, the first first: the last one holds, the others stay. */
export function saidOf<Said extends WhatCame>(
	all: readonly Said[],
	forecast: number,
	{ kind, id }: SealedDoubt
): Said[] {
	return all.filter((one) => one.forecast === forecast && one.kind === kind && one.doubtId === id);
}
