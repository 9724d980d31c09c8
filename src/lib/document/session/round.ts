import * as v from 'valibot';
import { numberSchema, oneOf, orNull, record, textSchema } from '#lib/domain/field.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { listOf } from '#lib/domain/list.ts';
import { estimateSchema, roundSchema, roundStatuses } from '#lib/domain/round.ts';
import { usable } from './usable.ts';

const count = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/**
 * How a round is run. What people answered is not here before the reveal, with one exception that
 * they are told of before they type: in a round that is not hidden, `shown` fills as they answer.
 */
const blindSchema = v.object({
	/** How many have answered, with numbers or with "I don't know". */
	ready: count,
	/** How many of them said that they don't know; 0 until the reveal. */
	dontKnow: count,
	/** True: at the reveal the server forgets who gave what. False: facilitators can see it after the reveal. */
	anonymous: v.optional(v.boolean(), true),
	/** True: nobody sees a number before the reveal. */
	hidden: v.optional(v.boolean(), true),
	/** The answers so far in an open round that is not hidden, lowest best guess first; else empty. */
	shown: listOf(estimateSchema)
});

export type Blind = v.InferOutput<typeof blindSchema>;

/** A round about a number on the board; estimates are in it only when revealed, in shuffled order. */
export type SessionRound = v.InferOutput<typeof roundSchema> & Blind;

/** Reads a round. */
export function readRound(value: unknown): SessionRound | undefined {
	const round = usable(roundSchema, value);
	const blind = usable(blindSchema, value);
	return round && blind && { ...round, ...blind };
}

const practiceSchema = record({
	id: idSchema,
	question: textSchema,
	unit: v.optional(textSchema, ''),
	status: oneOf(roundStatuses),
	/** The known answer and where it comes from; null and empty until the reveal. */
	answer: orNull(numberSchema),
	source: v.optional(textSchema, ''),
	estimates: listOf(estimateSchema)
});

/** A round to learn how it works, about a question with a known answer; never in a file. */
export type PracticeRound = v.InferOutput<typeof practiceSchema> & Blind;

/** Reads a practice round. */
export function readPractice(value: unknown): PracticeRound | undefined {
	const round = usable(practiceSchema, value);
	const blind = usable(blindSchema, value);
	return round && blind && { ...round, ...blind };
}
