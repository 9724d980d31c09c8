import type { Calibration } from '../forecast/calibration.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import { byWeight, findingsOf, putInOrder } from './finding.ts';
import type { Finding } from './finding.ts';
import type { Judgement, Judgements } from './judgement.ts';
import type { Rule } from './rule.ts';
import { findingsOfRecord } from './record-rule.ts';
import { rules as allRules } from './rules/index.ts';
import { seatsOf } from './seats.ts';
import type { Seat, Seats } from './seats.ts';
import { readThresholds } from './thresholds.ts';
import type { IgnoredThreshold, ReadThresholds } from './thresholds.ts';
import { frameOf } from './views/frame.ts';
import type { Frame } from './views/frame.ts';
import { makeViews } from './views/make-views.ts';
import type { AllViews } from './views/make-views.ts';
import { Memory } from './views/memory.ts';
import type { Views } from './views/views.ts';

export type CriticOptions = {
	/** The day of judging, "YYYY-MM-DD"; 1 January of the workshop's startYear when left out. */
	readonly today?: string;
};

/** What the critic says about a workshop, heaviest first, and the thresholds it could not use. */
export type Criticism = {
	readonly findings: readonly Finding[];
	readonly ignored: readonly IgnoredThreshold[];
};

/** What is judged of a workshop, and what came of earlier estimates of those who made it. */
type Judged = CriticOptions & { readonly scenario?: string; readonly record?: Calibration };

/**
 * Judges a workshop by all rules; with a scenario only what belongs to that one, with a record also
 * the estimates that it speaks against.
 * @example criticise(file, { scenario: 'broad' }).findings
 */
export function criticise(file: WorkshopFile, { scenario, today, record }: Judged = {}): Criticism {
	const criticism = new Critic({ today }).judge(file);
	const findings = withRecord(criticism.findings, file, record);
	if (scenario === undefined) return { ...criticism, findings };
	return { ...criticism, findings: findingsOf(scenario, findings, file) };
}

/** Adds what a group's own record asks to what the rules found, in the order of all findings. */
export function withRecord(
	findings: readonly Finding[],
	file: WorkshopFile,
	record: Calibration | undefined
): readonly Finding[] {
	return record ? [...findings, ...findingsOfRecord(file, record)].sort(byWeight) : findings;
}

/**
 * A critic that remembers: after an edit it only judges again what that edit can have changed.
 * Records must be replaced and never changed in place, as the document does.
 */
export class Critic {
	readonly #today: string | undefined;
	readonly #rules: readonly Rule[];
	readonly #seats: Seats;
	readonly #memory = new Memory();
	#frame: Frame | undefined;
	#thresholds: ReadThresholds | undefined;
	/** What was said about a view. A new frame makes new views, so old thresholds are never used. */
	#said = new WeakMap<object, readonly Finding[]>();
	/** What was said in the run before, in order. */
	#findings: readonly Finding[] = [];

	constructor({
		today,
		rules = allRules
	}: CriticOptions & { readonly rules?: readonly Rule[] } = {}) {
		this.#today = today;
		this.#rules = rules;
		this.#seats = seatsOf(rules);
	}

	/** Judges a workshop. Gives the same as a critic without memory, sooner. */
	judge(file: WorkshopFile): Criticism {
		const today = this.#today ?? `${file.workshop.startYear}-01-01`;
		const frame = frameOf(file, today, this.#frame);
		if (frame !== this.#frame || !this.#thresholds) {
			this.#frame = frame;
			this.#said = new WeakMap();
			this.#thresholds = readThresholds(this.#rules, frame.policy.thresholds);
		}
		const views = makeViews(file, frame, this.#memory);
		const looks = Object.keys(views) as (keyof Views)[];
		const added: Finding[] = [];
		const all = looks.flatMap((look) => this.#judgeAll(look, views, added));
		this.#findings = putInOrder({ all, added }, this.#findings);
		return { findings: this.#findings, ignored: this.#thresholds.ignored };
	}

	#judgeAll<Look extends keyof Views>(look: Look, views: AllViews, added: Finding[]): Finding[] {
		const seats: readonly Seat<Look>[] = this.#seats[look];
		const ofLook: readonly Views[Look][] = views[look];
		return ofLook.flatMap((view) => {
			const before = this.#said.get(view);
			if (before) return before;
			const said = seats.flatMap((seat) => this.#judgeOne(seat, view));
			this.#said.set(view, said);
			for (const finding of said) added.push(finding);
			return said;
		});
	}

	#judgeOne<Look extends keyof Views>({ rule, judge }: Seat<Look>, view: Views[Look]): Finding[] {
		const thresholds = this.#thresholds?.ofRule.get(rule.id) ?? rule.thresholds;
		const judgements = judge(view, thresholds);
		if (isOne(judgements)) return findingsFrom(rule, view, [judgements]);
		return findingsFrom(rule, view, judgements);
	}
}

function isOne(judgements: Judgements): judgements is Judgement {
	return !Array.isArray(judgements);
}

function findingsFrom(
	rule: Rule,
	view: Views[keyof Views],
	judgements: readonly Judgement[]
): Finding[] {
	const { id, severity } = rule;
	const findings: Finding[] = [];
	for (const { outcome, target, values, scenario } of judgements) {
		if (outcome === 'pass') continue;
		const about = scenario ?? scenarioOf(rule, view);
		findings.push({ rule: id, outcome, severity, target, scenario: about, values });
	}
	return findings;
}

/** A rule about scenarios speaks about the one it looks at; other rules hold whatever is chosen. */
function scenarioOf({ scope }: Rule, view: Views[keyof Views]): string | null {
	return scope === 'scenario' && 'scenario' in view ? view.scenario.id : null;
}
