import type { Challenge } from '../challenge.ts';
import type { Effect } from '../effect.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import { keptAfterHaircut } from './corrected-value.ts';
import type { CountedEffect, Ledger } from './ledger.ts';
import type { Means } from './means.ts';

/** How well the mean benefit of a scenario is supported; the three add up to it. */
export type Support = {
	readonly substantiated: number;
	readonly plausible: number;
	readonly wish: number;
};

export type SupportKind = keyof Support;

/** From this evidence level on an effect is substantiated, if nobody seriously doubts it. */
const substantiatedFrom = 3;

/**
 * Tells how well an effect is supported; see MODEL.md section 3, support.
 * An open challenge of severity 3 on the effect or on one of its measures makes it a wish.
 */
export function supportOf(
	effect: Pick<Effect, 'id' | 'measureIds' | 'evidence'>,
	challenges: readonly Challenge[]
): SupportKind {
	const level = effect.evidence.level ?? 0;
	if (level === 0 || challenges.some((challenge) => seriouslyDoubts(challenge, effect)))
		return 'wish';
	return level >= substantiatedFrom ? 'substantiated' : 'plausible';
}

function seriouslyDoubts(
	{ status, severity, target }: Challenge,
	effect: Pick<Effect, 'id' | 'measureIds'>
): boolean {
	if (status !== 'open' || severity !== 3) return false;
	if (target.kind === 'effect') return target.id === effect.id;
	return target.kind === 'measure' && effect.measureIds.includes(target.id);
}

/**
 * Splits the mean benefit of a scenario by support.
 * Example: of 1.2 million promised, 0.4 million is substantiated.
 */
export function supportSplit(
	ledger: Ledger,
	means: Means,
	challenges: readonly Challenge[]
): Support {
	return splitOf(ledger, (effect) => [
		supportOf(effect.record, challenges),
		totalOf(effect, means)
	]);
}

/**
 * Splits what is left of the mean benefit after correction for wishful thinking, by the same support.
 * The three add up to the corrected benefit.
 * Example: a wish of 100 euros with a haircut of 40 % keeps 60.
 */
export function correctedSupportSplit(
	ledger: Ledger,
	means: Means,
	{ challenges, workshop }: Pick<WorkshopFile, 'challenges' | 'workshop'>
): Support {
	return splitOf(ledger, (effect) => [
		supportOf(effect.record, challenges),
		totalOf(effect, means) * keptAfterHaircut(effect.record, workshop.haircuts)
	]);
}

function splitOf(
	{ effects }: Ledger,
	partOf: (effect: CountedEffect) => readonly [SupportKind, number]
): Support {
	const split = { substantiated: 0, plausible: 0, wish: 0 };
	for (const effect of effects) {
		if (effect.estimate.sign !== 1) continue;
		const [kind, euros] = partOf(effect);
		split[kind] += euros;
	}
	return split;
}

function totalOf({ estimate, scale }: CountedEffect, means: Means): number {
	return means.total(estimate) * scale;
}
