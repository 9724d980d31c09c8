import type { Effect } from '#lib/domain/effect.ts';

/** Evidence of this level or lower is no more than a belief. */
const belief = 1;

/** Lists the effects that rest on belief: nobody measured anything like them, here or elsewhere. */
export function beliefs(effects: readonly Effect[]): Effect[] {
	return effects.filter(({ evidence }) => (evidence.level ?? 0) <= belief);
}
