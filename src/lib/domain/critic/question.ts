import type { Severity, Target } from '../challenge.ts';
import type { Finding } from './finding.ts';

/**
 * One question of the critic, as people meet it: the findings of one rule about one place.
 * A rule can speak about the same place once for every scenario; that is one question.
 */
export type Question = {
	/** Names it in an address: the rule and its target. */
	readonly key: string;
	readonly rule: string;
	readonly target: Target;
	readonly severity: Severity;
	/** Fails if it fails anywhere. */
	readonly outcome: Finding['outcome'];
	/** The scenarios it is about; none when it holds whatever is chosen. */
	readonly scenarios: readonly string[];
	/** At least one, in the order of findings. */
	readonly findings: readonly Finding[];
};

/** Everything that is asked about one record. */
export type Matter = {
	readonly kind: Target['kind'];
	readonly id: string;
	/** Heaviest first. */
	readonly questions: readonly Question[];
};

/** Puts findings together that ask the same; gives the questions in the order of the findings. */
export function questionsOf(findings: readonly Finding[]): Question[] {
	const byKey = new Map<string, Finding[]>();
	for (const finding of findings) {
		const key = keyOf(finding);
		const same = byKey.get(key);
		if (same) same.push(finding);
		else byKey.set(key, [finding]);
	}
	return [...byKey].flatMap(([key, same]) => {
		const [first] = same;
		if (!first) return [];
		const { rule, target, severity } = first;
		return {
			...{ key, rule, target, severity, findings: same },
			outcome: same.some(({ outcome }) => outcome === 'fail') ? 'fail' : 'review',
			scenarios: [...new Set(same.flatMap(({ scenario }) => scenario ?? []))]
		};
	});
}

/** Names the question that a finding asks. Example: `E01.effect.crisis.evidence.level`. */
export function keyOf({ rule, target }: Pick<Finding, 'rule' | 'target'>): string {
	const { kind, id, field } = target;
	return [rule, kind, id, ...(field === null ? [] : [field])].join('.');
}

/**
 * Groups questions by the record they are about. First comes the record with the heaviest question,
 * then the one with the most of that weight, then the one with the most questions.
 */
export function queueOf(questions: readonly Question[]): Matter[] {
	const byRecord = new Map<string, Question[]>();
	for (const question of questions) {
		const { kind, id } = question.target;
		const place = `${kind}:${id}`;
		byRecord.set(place, [...(byRecord.get(place) ?? []), question]);
	}
	const matters = [...byRecord.values()].flatMap((ofRecord): Matter[] => {
		const sorted = ofRecord.toSorted((one, other) => weightOf(other) - weightOf(one));
		const [first] = sorted;
		return first ? [{ kind: first.target.kind, id: first.target.id, questions: sorted }] : [];
	});
	return matters.sort(byWeight);
}

/** What fails weighs a little more than what a person must judge. */
function weightOf({ severity, outcome }: Question): number {
	return severity + (outcome === 'fail' ? 0.5 : 0);
}

function byWeight(one: Matter, other: Matter): number {
	const [mine, theirs] = [heaviest(one), heaviest(other)];
	return (
		theirs.weight - mine.weight ||
		theirs.count - mine.count ||
		other.questions.length - one.questions.length
	);
}

function heaviest({ questions }: Matter): { weight: number; count: number } {
	const weight = Math.max(...questions.map(weightOf));
	return { weight, count: questions.filter((one) => weightOf(one) === weight).length };
}
