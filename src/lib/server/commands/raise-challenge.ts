import * as v from 'valibot';
import { raiseChallenge as showChallenge } from '#lib/document/session/write-critic.ts';
import { newChallenge, severities, type Challenge } from '#lib/domain/challenge.ts';
import { challengesOf } from '#lib/domain/critic/answered.ts';
import { ApiError } from '../api-error.ts';
import { ruleIdSchema } from '../deliberation/finding.ts';
import { record, saidSchema } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { checkTarget, targetFields } from '../deliberation/target.ts';
import { defineCommand, type CommandContext } from './command.ts';

/** More than any group can answer; keeps one person from filling the session. */
const mostChallenges = 1000;

type Question = Pick<Challenge, 'target' | 'ruleId' | 'text' | 'severity'>;

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
		const { challenges } = await sessionNow(context);
		const taken = takenOver(question, challenges);
		if (taken) return { challengeId: taken.id };
		if (challenges.length >= mostChallenges) {
			throw new ApiError('not-now', 'There are too many challenges. Answer some of them first.');
		}
		const challengeId = await raise(context, question);
		return { challengeId };
	}
});

async function raise(context: CommandContext, question: Question): Promise<string> {
	const { id, subject, at, by, body } = await record(context, {
		kind: 'raise-challenge',
		subject: context.app.newId(),
		body: question
	});
	await changeSession(context, (document) =>
		showChallenge(document, newChallenge(subject, body), {
			...{ id, at, by, status: 'open', answer: '', evidence: '' },
			...{ investigator: null, investigateBy: null }
		})
	);
	return subject;
}

function takenOver({ ruleId, target }: Question, challenges: readonly Challenge[]) {
	if (ruleId === null) return undefined;
	const open = challenges.filter(({ status }) => status === 'open');
	return challengesOf({ rule: ruleId, target }, open)[0];
}
