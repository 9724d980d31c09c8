import type { Challenge } from '#lib/domain/challenge.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Round } from '#lib/domain/round.ts';
import { reason } from '#lib/domain/reason.ts';
import { problemAt, type Problem } from '#lib/domain/workshop-file.ts';
import type { BoardContent } from '../content.ts';
import { rootOf } from '../roots.ts';
import type { SessionChallenge } from './challenges.ts';
import type { SessionRound } from './round.ts';

/** Gives the rounds for a file; a round about a number that is gone is left out with a warning. */
export function exportedRounds(
	{ effects, parties }: BoardContent,
	rounds: readonly SessionRound[],
	warnings: Problem[]
): Round[] {
	const partyIds = new Set(parties.map(({ id }) => id));
	return rounds.flatMap((round, index) => {
		const effect = effects.find(({ id }) => id === round.effectId);
		if (!effect || !hasField(effect, round.field)) {
			const why = reason('round-left-out', { effect: round.effectId, field: round.field });
			warnings.push(problemAt(`rounds.${index}`, why));
			return [];
		}
		const estimates = round.estimates.map((estimate) => {
			const known = estimate.partyId === null || partyIds.has(estimate.partyId);
			return known ? estimate : { ...estimate, partyId: null };
		});
		const { id, effectId, field, note, status } = round;
		return [{ id, effectId, field, round: round.round, status, note, estimates }];
	});
}

/** Tells whether an effect has the number that a round is about. */
export function hasField({ inputs, recipients }: Effect, field: string): boolean {
	const [list, ...rest] = field.split('.');
	const name = rest.join('.');
	if (list === 'inputs') return inputs.some((input) => input.name === name);
	if (list === 'recipients') return recipients.some(({ partyId }) => partyId === name);
	return true;
}

type Challenged = {
	readonly content: BoardContent;
	readonly rounds: readonly Round[];
	readonly challenges: readonly SessionChallenge[];
};

/** Gives the challenges for a file; one about something that is gone is put to the whole workshop. */
export function exportedChallenges(
	{ content, rounds, challenges }: Challenged,
	warnings: Problem[]
): Challenge[] {
	const partyIds = new Set(content.parties.map(({ id }) => id));
	return challenges.map(asInFile).map((challenge, index) => {
		const answeredBy = challenge.answeredByPartyId;
		const answered =
			answeredBy === null || partyIds.has(answeredBy)
				? challenge
				: { ...challenge, answeredByPartyId: null };
		if (targetExists(challenge, content, rounds)) return answered;
		const { kind, id } = challenge.target;
		const why = reason('challenge-moved', { kind, id });
		warnings.push(problemAt(`challenges.${index}.target`, why));
		return { ...answered, target: { kind: 'workshop', id: content.workshop.id, field: null } };
	});
}

/** A file has no place for the history, nor for evidence: that follows the answer on a line of its own. */
function asInFile(challenge: SessionChallenge): Challenge {
	const { id, target, ruleId, text, severity, status } = challenge;
	const { answer, evidence, answeredByPartyId, investigateBy } = challenge;
	return {
		...{ id, target, ruleId, text, severity, status },
		...{ answer: [answer, evidence].filter(Boolean).join('\n'), answeredByPartyId, investigateBy }
	};
}

function targetExists(
	{ target: { kind, id } }: Challenge,
	content: BoardContent,
	rounds: readonly Round[]
): boolean {
	if (kind === 'workshop') return id === content.workshop.id;
	if (kind === 'round') return rounds.some((round) => round.id === id);
	if (kind === 'scenario' && id === doNothingId) return true;
	return content[rootOf[kind]].some((record) => record.id === id);
}
