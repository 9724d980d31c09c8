import type { Effect } from '../effect.ts';
import type { Settings } from '../workshop.ts';

/**
 * Gives the part of a benefit that is kept after correction for wishful thinking: 1 - haircut.
 *
 * The weaker the evidence, the larger the haircut; no level counts as level 0. Harms and costs are
 * never corrected. Stepwise correction by the quality of evidence is that of HM Treasury and New
 * Economy, Supporting Public Service Transformation: cost benefit analysis guidance (2014); the
 * percentages are settings of the group.
 * Example: with a haircut of 25 % for level 2 a benefit of 1,000 euros keeps 750.
 */
export function keptAfterHaircut(
	{ evidence }: Pick<Effect, 'evidence'>,
	haircuts: Settings['haircuts']
): number {
	return 1 - (haircuts[evidence.level ?? 0] ?? 0);
}
