import type { Effect } from '../../effect.ts';
import { isInEuros, isQuantified } from '../reading/effects.ts';
import { once } from '../reading/once.ts';
import type { Memory } from './memory.ts';

type Copied =
	| ('id' | 'direction' | 'dimension' | 'measureIds' | 'indicatorId' | 'leadsToEffectId')
	| ('otherArea' | 'unit' | 'unitValueSource' | 'recipients');

/**
 * What an effect is and what it belongs to, without how much it is and why. Most edits change a number
 * or a text, and leave the outline the same.
 */
export type EffectOutline = Pick<Effect, Copied> & {
	readonly isQuantified: boolean;
	readonly isInEuros: boolean;
};

/** Outlines the effects of a workshop, in its order; the list of the run before when nothing changed. */
export function outlinesOf(effects: readonly Effect[], memory: Memory): readonly EffectOutline[] {
	const outlines = effects.map((effect) =>
		memory.keep('outline of effect', effect.id, outlineOf(effect))
	);
	return memory.keepList('outlines of effects', '', outlines);
}

const outlineOf = once((effect: Effect): EffectOutline => {
	const { id, direction, dimension, measureIds, indicatorId, leadsToEffectId } = effect;
	const { otherArea, unit, unitValueSource, recipients } = effect;
	return {
		...{ id, direction, dimension, measureIds, indicatorId, leadsToEffectId },
		...{ otherArea, unit, unitValueSource, recipients },
		isQuantified: isQuantified(effect),
		isInEuros: isInEuros(effect)
	};
});
