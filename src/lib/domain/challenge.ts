import * as v from 'valibot';
import { dateSchema } from './date.ts';
import { filledTextSchema, oneOf, orNull, record, textSchema } from './field.ts';
import { expected } from './reason.ts';
import { idSchema } from './identifier.ts';

export const targetKinds = [
	'workshop',
	'party',
	'indicator',
	'cause',
	'measure',
	'effect',
	'scenario',
	'round'
] as const;

export type TargetKind = (typeof targetKinds)[number];

/** Open waits for an answer; the others are answers, of which stands is one too. */
export const challengeStatuses = [
	'open',
	'adjusted',
	'substantiated',
	'stands',
	'investigate'
] as const;

export type ChallengeStatus = (typeof challengeStatuses)[number];

/** From a remark (1) to something that must be answered before adopting (3). */
export const severities = [1, 2, 3] as const;

export type Severity = (typeof severities)[number];

const ruleIdText = expected('rule-id');

/** What a challenge or finding is about; field is a dotted place inside the record, or null. */
export const targetSchema = record({
	kind: oneOf(targetKinds),
	id: idSchema,
	field: orNull(textSchema)
});

export type Target = v.InferOutput<typeof targetSchema>;

/** A question put to the group that must be answered. */
export const challengeSchema = record({
	id: idSchema,
	target: targetSchema,
	/** The rule whose finding this answers, or null for a question of one's own. */
	ruleId: orNull(v.pipe(v.string(ruleIdText), v.regex(/^[A-Z][0-9]{2}$/, ruleIdText))),
	text: filledTextSchema,
	severity: v.picklist(severities, expected('word', { words: '1, 2, 3' })),
	status: oneOf(challengeStatuses),
	answer: v.optional(textSchema, ''),
	answeredByPartyId: orNull(idSchema),
	investigateBy: orNull(dateSchema)
});

export type Challenge = v.InferOutput<typeof challengeSchema>;

/** Makes an open challenge of severity 2. */
export function newChallenge(
	id: string,
	given: Pick<Challenge, 'target' | 'text'> & Partial<Challenge>
): Challenge {
	return v.parse(challengeSchema, { severity: 2, status: 'open', ...given, id });
}
