import type { Adoption } from '#lib/document/session/critic.ts';
import { unanswered } from '#lib/domain/critic/answered.ts';
import { criticise } from '#lib/domain/critic/criticise.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { ApiError } from '../api-error.ts';

/** Failing findings and open challenges of severity 3, as they are kept with a decision. */
export type OpenQuestions = Adoption['open'];

/**
 * Lists what has to be answered before this scenario is adopted or sealed: what the critic finds in
 * it now, and every challenge. An answer may be that the number stands. Source: MODEL.md section 4.
 */
export function openQuestions(file: WorkshopFile, scenarioId: string): OpenQuestions {
	const { findings } = criticise(file, { scenario: scenarioId });
	const open = unanswered(findings, file.challenges);
	return {
		findings: open.findings.map(({ rule, target }) => ({ rule, target })),
		challengeIds: open.challenges.map(({ id }) => id)
	};
}

/** @throws {ApiError} 409 with what is open, when something is and no reason is given */
export function checkAnswered(open: OpenQuestions, reason: string): void {
	const count = open.findings.length + open.challengeIds.length;
	if (count === 0 || reason) return;
	throw new ApiError(
		'unanswered',
		`${count} questions of severity 3 have no answer. Answer them, or give the reason to go on.`,
		{ path: 'reason', extra: { open } }
	);
}
