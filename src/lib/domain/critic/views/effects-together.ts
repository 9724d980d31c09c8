import { isBenefit } from '../reading/effects.ts';
import { once } from '../reading/once.ts';
import type { EffectOutline } from './effect-outline.ts';
import { Lists } from './lists.ts';
import type { Memory } from './memory.ts';
import type { EffectsOfMeasure, LinkedEffect } from './views.ts';

/** Works out what the effects of a measure are together, so that no effect has to look at all others. */
export function effectsOfMeasure(
	measureId: string,
	linked: readonly LinkedEffect[],
	memory: Memory
): EffectsOfMeasure {
	return memory.keep('together', measureId, { measureId, ...together(linked) });
}

const together = once((linked: readonly LinkedEffect[]): Omit<EffectsOfMeasure, 'measureId'> => {
	const steady = linked
		.filter(({ effect, indicator }) => isBenefit(effect) && indicator?.reportingSensitive === false)
		.map(({ effect }) => effect.dimension);
	return {
		hasHarmElsewhere: linked.some(({ effect }) => !isBenefit(effect) && effect.otherArea),
		steadyDimensions: [...new Set(steady)].sort()
	};
});

/**
 * Finds the effects that follow an indicator or lead, step by step, to one that does.
 * Works back from the indicators, so that each effect is looked at once; a circle does no harm.
 */
export const reachingIndicator = once((effects: readonly EffectOutline[]): ReadonlySet<string> => {
	const leadingTo = new Lists<EffectOutline>();
	for (const effect of effects) leadingTo.add(effect.leadsToEffectId, effect);
	const following = effects.filter(({ indicatorId }) => indicatorId !== null);
	const reaching = new Set(following.map(({ id }) => id));
	// A set goes on with what is added while it is walked through.
	for (const id of reaching) for (const before of leadingTo.of(id)) reaching.add(before.id);
	return reaching;
});
