import { isBenefit } from '../reading/effects.ts';
import type { LookUps } from './look-ups.ts';
import type { Memory } from './memory.ts';
import type { EffectsOfMeasure, LinkedEffect } from './views.ts';

/** Works out what the effects of a measure are together, so that no effect has to look at all others. */
export function effectsOfMeasure(
	measureId: string,
	linked: readonly LinkedEffect[],
	memory: Memory
): EffectsOfMeasure {
	const steady = linked
		.filter(({ effect, indicator }) => isBenefit(effect) && indicator?.reportingSensitive === false)
		.map(({ effect }) => effect.dimension);
	return memory.keep(`together ${measureId}`, {
		measureId,
		hasHarmElsewhere: linked.some(({ effect }) => !isBenefit(effect) && effect.otherArea),
		steadyDimensions: [...new Set(steady)].sort()
	});
}

/**
 * Finds the effects that follow an indicator or lead, step by step, to one that does.
 * Works back from the indicators, so that each effect is looked at once; a circle does no harm.
 */
export function reachingIndicator({ file, leadingTo }: LookUps): ReadonlySet<string> {
	const reaching = new Set(
		file.effects.filter(({ indicatorId }) => indicatorId !== null).map(({ id }) => id)
	);
	// A set goes on with what is added while it is walked through.
	for (const id of reaching) for (const before of leadingTo.of(id)) reaching.add(before.id);
	return reaching;
}
