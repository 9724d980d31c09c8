import type { Severity, Target } from '../challenge.ts';
import { measuresIn, scaleOf } from '../valuation/scenario-membership.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import type { Values } from './judgement.ts';

/** What a rule says now about one place. Computed at every change, never stored. */
export type Finding = {
	readonly rule: string;
	readonly outcome: 'fail' | 'review';
	readonly severity: Severity;
	readonly target: Target;
	/** The scenario it is about; null when it holds whatever is chosen. */
	readonly scenario: string | null;
	readonly values: Values;
};

/** Orders findings: heaviest first, then rule, target, scenario and values, all by code. */
export function byWeight(one: Finding, other: Finding): number {
	return (
		other.severity - one.severity ||
		compare(one.rule, other.rule) ||
		compare(one.target.kind, other.target.kind) ||
		compare(one.target.id, other.target.id) ||
		compare(one.target.field ?? '', other.target.field ?? '') ||
		compare(one.scenario ?? '', other.scenario ?? '') ||
		compare(JSON.stringify(one.values), JSON.stringify(other.values))
	);
}

/** What is said in a run, and which part of that was not said in the run before. */
export type Said = { readonly all: readonly Finding[]; readonly added: readonly Finding[] };

/**
 * Puts findings in order. With those of the run before, in order, only what was added has to find its
 * place; when nothing was added and nothing is gone it is the same list.
 */
export function putInOrder({ all, added: unordered }: Said, before: readonly Finding[]) {
	if (unordered.length === 0 && all.length === before.length) return before;
	const added = unordered.toSorted(byWeight);
	const still = new Set(all);
	const findings: Finding[] = [];
	let next = 0;
	for (const finding of before) {
		if (!still.has(finding)) continue;
		for (let one = added[next]; one && byWeight(one, finding) < 0; one = added[next]) {
			findings.push(one);
			next += 1;
		}
		findings.push(finding);
	}
	return [...findings, ...added.slice(next)];
}

function compare(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}

/**
 * Leaves out what does not belong to one scenario: findings of other scenarios, on measures that are
 * not in it and on effects that do not count in it. Doing nothing has no measures and no effects.
 */
export function findingsOf(
	scenarioId: string,
	findings: readonly Finding[],
	file: WorkshopFile
): Finding[] {
	const scenario = file.scenarios.find(({ id }) => id === scenarioId);
	const scales = measuresIn(scenario ?? { choices: [] });
	const counting = new Set(
		file.effects.filter((effect) => scaleOf(effect, scales) !== undefined).map(({ id }) => id)
	);
	return findings.filter(({ target, scenario: about }) => {
		if (about !== null && about !== scenarioId) return false;
		if (target.kind === 'measure') return scales.has(target.id);
		return target.kind !== 'effect' || counting.has(target.id);
	});
}
