import { isWaiting, type Answers } from '#lib/components/critic/standing.ts';
import type { Question } from '#lib/domain/critic/question.ts';

/** What the critic asks by one rule about how a group will measure, and about which records. */
export type PlanQuestions = {
	readonly rule: string;
	readonly severe: boolean;
	readonly questions: readonly Question[];
};

/** Rules on monitoring, and the one that asks whether a date to look back has a new figure. */
const aboutMeasuring = /^(?:O\d\d|T02)$/;

/** Groups what still waits about a plan to measure by rule, the heaviest first. */
export function planQuestions(questions: readonly Question[], answers: Answers): PlanQuestions[] {
	const waiting = questions.filter(
		(question) => aboutMeasuring.test(question.rule) && isWaiting(question, answers)
	);
	return [...Map.groupBy(waiting, ({ rule }) => rule)]
		.map(([rule, ofRule]) => ({
			rule,
			severe: ofRule.some(({ severity }) => severity === 3),
			questions: ofRule
		}))
		.toSorted((one, other) => heaviest(other) - heaviest(one));
}

function heaviest({ questions }: PlanQuestions): number {
	return Math.max(...questions.map(({ severity }) => severity));
}
