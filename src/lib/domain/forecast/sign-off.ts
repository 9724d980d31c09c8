import * as v from 'valibot';
import { oneOf, orNull, record, textSchema } from '../field.ts';
import { idSchema } from '../identifier.ts';

/** How a party stands to a forecast; whoever disagrees or has a concern says why. */
export const verdicts = ['agree', 'concern', 'disagree'] as const;

export type Verdict = (typeof verdicts)[number];

/** What somebody says of a scenario for their party, before its forecast is sealed; never with a name. */
export const signOffSchema = record({
	scenarioId: idSchema,
	/** Null for somebody who sits there for no party. */
	partyId: orNull(idSchema),
	verdict: oneOf(verdicts),
	reason: v.optional(textSchema, '')
});
export type SignOff = v.InferOutput<typeof signOffSchema>;

/** Tells whether a verdict may stand as it is: a concern or disagreement is printed with its reason. */
export function hasReason({ verdict, reason }: Pick<SignOff, 'verdict' | 'reason'>): boolean {
	return verdict === 'agree' || reason.trim() !== '';
}
