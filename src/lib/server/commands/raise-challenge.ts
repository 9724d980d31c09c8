import * as v from 'valibot';
import { severities } from '#lib/domain/challenge.ts';
import { challengesOf } from '#lib/domain/critic/answered.ts';
import { ruleIdSchema } from '../deliberation/finding.ts';
import { raise, type Question } from '../deliberation/raise.ts';
import { saidSchema } from '../deliberation/record.ts';
import { sessionNow } from '../deliberation/session.ts';
import { checkTarget, targetFields } from '../deliberation/target.ts';
import { defineCommand, type CommandContext } from './command.ts';

/**
 * Puts a question to the group that must be answered, about any record, line or number. With a rule
 * it takes over that finding; when that was done already, the challenge that is there is given.
 */
export const raiseChallenge = defineCommand({
	type: 'raise-challenge',
	fields: {
		target: targetFields,
		ruleId: v.optional(v.nullable(ruleIdSchema), null),
		text: saidSchema,
		severity: v.optional(v.picklist(severities), 2)
	},
	perform: async (context, question) => {
		await checkTarget(context, question.target);
		const challengeId = (await takenOver(context, question)) ?? (await raise(context, question));
		return { challengeId };
	}
});

/** The open challenge that was made of the same finding before. */
async function takenOver(
	context: CommandContext,
	{ ruleId, target }: Question
): Promise<string | undefined> {
	if (ruleId === null) return undefined;
	const { challenges } = await sessionNow(context);
	const open = challenges.filter(({ status }) => status === 'open');
	return challengesOf({ rule: ruleId, target }, open)[0]?.id;
}
