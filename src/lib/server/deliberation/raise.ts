import { raiseChallenge } from '#lib/document/session/write-critic.ts';
import { newChallenge, type Challenge } from '#lib/domain/challenge.ts';
import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import { record } from './record.ts';
import { changeSession, sessionNow } from './session.ts';

/** More than any group can answer; keeps one person from filling the session. */
const mostChallenges = 1000;

/** What a challenge says before anybody answers it. */
export type Question = Pick<Challenge, 'target' | 'ruleId' | 'text' | 'severity'>;

/**
 * Puts a challenge on record and then shows it.
 *
 * @returns its id
 * @throws {ApiError} 409 when there are more than anybody can answer
 */
export async function raise(context: CommandContext, question: Question): Promise<string> {
	const { challenges } = await sessionNow(context);
	if (challenges.length >= mostChallenges) {
		throw new ApiError('not-now', 'There are too many challenges. Answer some of them first.');
	}
	const { id, subject, at, by, body } = await record(context, {
		kind: 'raise-challenge',
		subject: context.app.newId(),
		body: question
	});
	await changeSession(context, (document) =>
		raiseChallenge(document, newChallenge(subject, body), {
			...{ id, at, by, status: 'open', answer: '', evidence: '' },
			...{ investigator: null, investigateBy: null }
		})
	);
	return subject;
}
