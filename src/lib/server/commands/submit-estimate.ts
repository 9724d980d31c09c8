import * as v from 'valibot';
import { numberSchema } from '#lib/domain/field.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { confidenceSchema } from '#lib/domain/quantity.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema } from '../deliberation/record.ts';
import { findRound, hasEnded } from '../rounds/find-round.ts';
import { checkNumbers } from '../rounds/number-asked.ts';
import { showRound } from '../rounds/show-round.ts';
import type { BlindAnswer, BlindEstimate, RoundSubject } from '../store/store.ts';
import { checkParty } from '../workshops/parties.ts';
import { defineCommand, type CommandContext } from './command.ts';

const sheetSchema = v.pipe(
	v.string(),
	v.regex(/^[A-Za-z0-9-]{1,20}$/, 'A sheet has a number of at most 20 letters, digits and hyphens.')
);

/** The answer of somebody without a phone, that a facilitator copies from their sheet of paper. */
const paperSchema = v.strictObject({ sheet: sheetSchema, partyId: v.optional(idSchema) });

const numbers = {
	low: v.optional(numberSchema),
	likely: v.optional(numberSchema),
	high: v.optional(numberSchema),
	confidence: v.optional(v.nullable(confidenceSchema), null),
	dontKnow: v.optional(v.boolean(), false)
};

type Given = v.InferOutput<v.ObjectSchema<typeof numbers, undefined>>;

/**
 * Answers in an open round, or changes one's answer. What was answered goes to the store and nowhere
 * else; everybody sees that one more has answered.
 */
export const submitEstimate = defineCommand({
	type: 'submit-estimate',
	fields: {
		roundId: idSchema,
		...numbers,
		reason: maybeSaidSchema,
		paper: v.optional(paperSchema)
	},
	perform: async (context, { roundId, reason, paper, ...given }) => {
		const round = await findRound(context, roundId);
		const answer = { numbers: numbersIn(given, round.subject), reason };
		const estimate = { ...answer, ...(await giverOf(context, paper)) };
		if (!(await context.app.store.submitEstimate(roundId, estimate))) throw hasEnded();
		return { roundId, ready: await showRound(context, roundId) };
	}
});

/** @throws {ApiError} 400 when there are no three numbers and it is not "I don't know" either */
function numbersIn(given: Given, subject: RoundSubject): BlindAnswer['numbers'] {
	const { low, likely, high, confidence, dontKnow } = given;
	if (dontKnow) return null;
	if (low === undefined || likely === undefined || high === undefined) {
		const path = Object.entries({ low, likely, high }).find(
			([, value]) => value === undefined
		)?.[0];
		const message = 'Give a lowest value, a best guess and a highest value, or "I don’t know".';
		throw new ApiError('malformed', message, { path });
	}
	checkNumbers({ low, likely, high, confidence }, subject);
	return { low, likely, high, confidence };
}

/** @throws {ApiError} 403 when somebody else than a facilitator copies from paper, 400 for no such party */
async function giverOf(
	{ app, member }: CommandContext,
	paper: v.InferOutput<typeof paperSchema> | undefined
): Promise<Pick<BlindEstimate, 'giver' | 'partyId'>> {
	if (!paper) return { giver: member.id, partyId: member.partyId };
	if (member.role !== 'facilitator') {
		throw new ApiError('wrong-role', 'Only a facilitator can copy an answer from paper.', {
			path: 'paper'
		});
	}
	await checkParty(app.hub, member.workshopId, paper.partyId);
	return { giver: `paper-${paper.sheet}`, partyId: paper.partyId ?? null };
}
