import { findingsOf } from '#lib/domain/critic/finding.ts';
import { questionsOf, type Question } from '#lib/domain/critic/question.ts';
import type { LiveCritic } from '#lib/live/critic.svelte.ts';

/** Gives what the critic asks about one scenario and the cards in it; without a scenario, everything. */
export function inScenario(
	{ questions, findings, file }: Pick<LiveCritic, 'questions' | 'findings' | 'file'>,
	scenarioId: string | undefined
): readonly Question[] {
	if (scenarioId === undefined) return questions;
	return questionsOf(findingsOf(scenarioId, findings, file));
}
