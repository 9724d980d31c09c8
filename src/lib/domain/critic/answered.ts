import type { Challenge, Target } from '../challenge.ts';
import type { Finding } from './finding.ts';

type FindingPlace = Pick<Finding, 'rule' | 'target'>;

/** Finds the challenges that were made of a finding: those with its rule and its target. */
export function challengesOf<Kind extends Challenge>(
	{ rule, target }: FindingPlace,
	challenges: readonly Kind[]
): Kind[] {
	return challenges.filter(
		(challenge) => challenge.ruleId === rule && samePlace(challenge.target, target)
	);
}

/** What still has to be answered before a scenario is adopted or a forecast sealed. */
export type Unanswered = {
	readonly findings: readonly Finding[];
	readonly challenges: readonly Challenge[];
};

/**
 * Lists failing findings of severity 3 without an answer and open challenges of severity 3.
 * Every ending of a challenge is an answer, also that the number stands. Source: MODEL.md section 4.
 */
export function unanswered(
	findings: readonly Finding[],
	challenges: readonly Challenge[]
): Unanswered {
	const answered = challenges.filter(({ status }) => status !== 'open');
	return {
		findings: findings.filter(
			(finding) =>
				finding.severity === 3 &&
				finding.outcome === 'fail' &&
				challengesOf(finding, answered).length === 0
		),
		challenges: challenges.filter(({ severity, status }) => severity === 3 && status === 'open')
	};
}

function samePlace(one: Target, other: Target): boolean {
	return one.kind === other.kind && one.id === other.id && one.field === other.field;
}
