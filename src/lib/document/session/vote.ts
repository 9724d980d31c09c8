import * as v from 'valibot';
import { oneOf, orNull, record, textSchema, wholeNumberFrom } from '#lib/domain/field.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { listOf } from '#lib/domain/list.ts';

/** `dots`: spread a few dots over options. `stance`: agree, pass or disagree with one sentence. */
export const voteKinds = ['dots', 'stance'] as const;

/** The option ids of every vote of the kind `stance`, in this order. */
export const stances = ['agree', 'pass', 'disagree'] as const;

/** A vote. Who voted what never leaves the server; the counts only when it is closed. */
export const voteSchema = record({
	id: idSchema,
	kind: oneOf(voteKinds),
	/** What is asked, or the sentence that people agree with or not. */
	question: textSchema,
	/** What can be chosen; the text of a stance is empty, it is called after its id. */
	options: listOf(record({ id: idSchema, text: v.optional(textSchema, '') })),
	/** How many dots everybody has. */
	dots: wholeNumberFrom(1, 10),
	status: oneOf(['open', 'closed']),
	/** How many have voted. */
	cast: wholeNumberFrom(0),
	/** Dots per option id; null until the vote is closed. */
	counts: orNull(v.record(v.string(), wholeNumberFrom(0)))
});

export type Vote = v.InferOutput<typeof voteSchema>;
