import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import type { Scenario } from '../scenario.ts';
import { measuresIn, scaleOf } from './scenario-membership.ts';

/** What people put on the board, as far as scenarios choose from it. */
type Board = { readonly measures: readonly Measure[]; readonly effects: readonly Effect[] };

/** Tells whether an effect has everything that a value in euros is worked out from: MODEL.md section 3. */
export function isInEuros(
	effect: Pick<Effect, 'unitValue' | 'amount' | 'formula' | 'inputs'>
): boolean {
	if (effect.unitValue === null) return false;
	if (effect.formula.trim() === '') return effect.amount !== null;
	return effect.inputs.every(({ quantity }) => quantity !== null);
}

/** What a scenario holds, counted apart by whether it is in euros. */
export type Counts = { readonly inEuros: number; readonly besides: number };

/** Counts what is put in, what is hoped for and what is feared in a scenario. */
export type ScenarioCounts = {
	readonly contributions: Counts;
	readonly benefits: Counts;
	readonly harms: Counts;
};

/** Counts the contributions and effects of a scenario: in plus signs, units or euros, all of them count. */
export function countScenario(
	scenario: Pick<Scenario, 'choices'>,
	{ measures, effects }: Board
): ScenarioCounts {
	const scales = measuresIn(scenario);
	const counted = effects.filter((effect) => scaleOf(effect, scales) !== undefined);
	const contributions = measures
		.filter(({ id }) => scales.has(id))
		.flatMap((measure) => measure.contributions);
	return {
		contributions: count(contributions, ({ amount }) => amount !== null),
		benefits: count(
			counted.filter(({ direction }) => direction === 'benefit'),
			isInEuros
		),
		harms: count(
			counted.filter(({ direction }) => direction === 'harm'),
			isInEuros
		)
	};
}

function count<Item>(items: readonly Item[], inEuros: (item: Item) => boolean): Counts {
	const valued = items.filter(inEuros).length;
	return { inEuros: valued, besides: items.length - valued };
}

/** Tells whether there is anything in a scenario to work out in euros. */
export function hasEuros({ contributions, benefits, harms }: ScenarioCounts): boolean {
	return contributions.inEuros + benefits.inEuros + harms.inEuros > 0;
}
