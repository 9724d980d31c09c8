import type { Effect } from '../effect.ts';
import { keptAfterHaircut } from '../valuation/corrected-value.ts';
import type { ScenarioValue } from '../valuation/scenario-value.ts';
import { supportOf } from '../valuation/support.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import type { Finding } from './finding.ts';
import { levelOf } from './reading/effects.ts';

/**
 * A named reason to doubt a part of the benefit, with the money behind it.
 * An effect can stand behind several flags, so their sums do not add up.
 */
export type WishFlag = {
	/** Why it is not substantiated, or the id of the rule that fails. */
	readonly name: 'no-evidence' | 'doubted' | 'weak-evidence' | (string & {});
	readonly kind: 'support' | 'rule';
	/** The benefits in euros behind it, in the order of the workshop. */
	readonly effectIds: readonly string[];
	/** Benefits behind it that are not in euros: named, never counted as 0. */
	readonly withoutEuros: readonly string[];
	/** Mean present value of the benefits, and what is left after the haircut for their evidence. */
	readonly euros: number;
	readonly correctedEuros: number;
};

type Doubted = {
	readonly file: WorkshopFile;
	readonly findings: readonly Finding[];
	/** The scenario as it was valued, for the means. */
	readonly value: Pick<ScenarioValue, 'id' | 'effects' | 'notInEuros'>;
};

/**
 * Lists the flags behind the wensdenk-meter of one scenario, the largest sum first.
 * A failing finding on a benefit, on its measure or on the indicator it follows is a flag too.
 * @example wishFlags({ file, findings, value }) // [{ name: 'no-evidence', euros: 320000, ... }]
 */
export function wishFlags({ file, findings, value }: Doubted): WishFlag[] {
	const counting = benefitsIn(file, value);
	const flags = new Map<string, Set<Effect>>();
	const raise = (name: string, effect: Effect) =>
		flags.set(name, (flags.get(name) ?? new Set()).add(effect));
	for (const effect of counting) {
		const name = supportFlag(effect, file);
		if (name) raise(name, effect);
	}
	for (const finding of failing(findings, value.id))
		for (const effect of counting) if (isAbout(finding, effect)) raise(finding.rule, effect);
	const means = meansOf(value);
	return [...flags].map(([name, effects]) => sumUp(name, effects, { file, means })).sort(byMoney);
}

type Means = ReadonlyMap<string, number>;

function meansOf({ effects }: Doubted['value']): Means {
	return new Map(
		effects.flatMap(({ id, value }): [string, number][] => (value ? [[id, value.mean]] : []))
	);
}

function benefitsIn(file: WorkshopFile, { effects, notInEuros }: Doubted['value']): Effect[] {
	const ids = new Set([...effects.map(({ id }) => id), ...notInEuros]);
	return file.effects.filter(({ id, direction }) => direction === 'benefit' && ids.has(id));
}

function supportFlag(effect: Effect, { challenges }: WorkshopFile): string | undefined {
	const support = supportOf(effect, challenges);
	if (support === 'substantiated') return undefined;
	if (support === 'plausible') return 'weak-evidence';
	return levelOf(effect) === 0 ? 'no-evidence' : 'doubted';
}

function failing(findings: readonly Finding[], scenarioId: string): Finding[] {
	return findings.filter(
		({ outcome, scenario }) => outcome === 'fail' && (scenario === null || scenario === scenarioId)
	);
}

function isAbout({ target }: Finding, effect: Effect): boolean {
	if (target.kind === 'effect') return target.id === effect.id;
	if (target.kind === 'measure') return effect.measureIds.includes(target.id);
	return target.kind === 'indicator' && target.id === effect.indicatorId;
}

function sumUp(
	name: string,
	effects: ReadonlySet<Effect>,
	{ file, means }: { file: WorkshopFile; means: Means }
): WishFlag {
	const inOrder = file.effects.filter((effect) => effects.has(effect));
	const valued = inOrder.filter(({ id }) => means.has(id));
	const euros = (effect: Effect) => means.get(effect.id) ?? 0;
	const kept = (effect: Effect) => keptAfterHaircut(effect, file.workshop.haircuts);
	return {
		name,
		kind: /^[A-Z][0-9]{2}$/.test(name) ? 'rule' : 'support',
		effectIds: valued.map(({ id }) => id),
		withoutEuros: inOrder.filter(({ id }) => !means.has(id)).map(({ id }) => id),
		euros: valued.reduce((sum, effect) => sum + euros(effect), 0),
		correctedEuros: valued.reduce((sum, effect) => sum + euros(effect) * kept(effect), 0)
	};
}

function byMoney(one: WishFlag, other: WishFlag): number {
	return other.euros - one.euros || (one.name < other.name ? -1 : 1);
}
