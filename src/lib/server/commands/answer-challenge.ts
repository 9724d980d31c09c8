import * as v from 'valibot';
import { investigatorSchema, type ChallengeStep } from '#lib/document/session/challenges.ts';
import { answerChallenge as showAnswer } from '#lib/document/session/write-critic.ts';
import { dateSchema } from '#lib/domain/date.ts';
import { ApiError } from '../api-error.ts';
import { checkAnswerer } from '../deliberation/answering.ts';
import { maybeSaidSchema, record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { otherMember } from '../workshops/members.ts';
import { checkParty } from '../workshops/parties.ts';
import { defineCommand, type CommandContext } from './command.ts';

type Ending = Omit<ChallengeStep, 'id' | 'at' | 'by'>;

/** Ends a challenge in one of four ways. It can be ended again otherwise; what was said stays. */
export const answerChallenge = defineCommand({
	type: 'answer-challenge',
	fields: {
		challengeId: v.string(),
		status: v.picklist(['adjusted', 'substantiated', 'stands', 'investigate']),
		answer: maybeSaidSchema,
		evidence: maybeSaidSchema,
		investigator: v.optional(v.nullable(investigatorSchema), null),
		investigateBy: v.optional(v.nullable(dateSchema), null)
	},
	perform: async (context, { challengeId, ...given }) => {
		const { challenges } = await sessionNow(context);
		const challenge = challenges.find(({ id }) => id === challengeId);
		if (!challenge) {
			throw new ApiError('not-here', 'There is no such challenge.', { path: 'challengeId' });
		}
		await checkAnswerer(context, challenge.target);
		checkComplete(given);
		const ending = withoutOthers(given);
		await checkInvestigator(context, ending);
		const { id, at, by, body } = await record(context, {
			...{ kind: 'answer-challenge', subject: challengeId, body: ending }
		});
		await changeSession(context, (document) =>
			showAnswer(document, challengeId, { id, at, by, ...body })
		);
		return { challengeId, status: ending.status };
	}
});

/** What an ending can't do without, and how to ask for it. */
function checkComplete({ status, answer, evidence, investigator, investigateBy }: Ending): void {
	if (status === 'substantiated' && !evidence)
		throw missing('evidence', 'Say what the evidence is.');
	if (status === 'stands' && !answer) throw missing('answer', 'Give the reason why it stands.');
	if (status !== 'investigate') return;
	if (!investigator) throw missing('investigator', 'Say who finds it out.');
	if (!investigateBy) throw missing('investigateBy', 'Say before which date.');
}

function missing(path: string, message: string): ApiError {
	return new ApiError('malformed', message, { path });
}

/** Leaves out what belongs to another ending. */
function withoutOthers({ status, answer, ...rest }: Ending): Ending {
	const investigate = status === 'investigate';
	return {
		...{ status, answer },
		evidence: status === 'substantiated' ? rest.evidence : '',
		investigator: investigate ? rest.investigator : null,
		investigateBy: investigate ? rest.investigateBy : null
	};
}

async function checkInvestigator(
	{ app, member }: CommandContext,
	{ investigator, investigateBy }: Ending
): Promise<void> {
	if (!investigator || !investigateBy) return;
	const today = new Date(app.now()).toISOString().slice(0, 10);
	if (investigateBy < today) {
		throw missing('investigateBy', `${investigateBy} has passed. Choose a date that is to come.`);
	}
	if (investigator.kind === 'party') await checkParty(app.hub, member.workshopId, investigator.id);
	else await otherMember(app.store, member.workshopId, investigator.id);
}
