import type { Effect } from '#lib/domain/effect.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { isInEuros } from '#lib/domain/valuation/in-euros.ts';
import type { InvalidReason } from '#lib/domain/valuation/invalid.ts';
import { measuresIn, scaleOf } from '#lib/domain/valuation/scenario-membership.ts';

/** An effect that counts in a scenario and is in no total. */
export type LeftOutEffect = {
	readonly effect: Effect;
	/** Why it can't be worked out; undefined when nobody put it in euros. */
	readonly reason: InvalidReason | undefined;
	/** Per scenario whether it belongs to it, in their order. */
	readonly inScenarios: readonly boolean[];
};

/** Lists what the sums of these scenarios leave out, in the order of the board. */
export function leftOutEffects(
	effects: readonly Effect[],
	scenarios: readonly Pick<Scenario, 'choices'>[],
	evaluation: Evaluation
): LeftOutEffect[] {
	const invalid = new Map(
		evaluation.scenarios.flatMap((scenario) =>
			scenario.effects.flatMap((one) => (one.invalid ? [[one.id, one.invalid] as const] : []))
		)
	);
	const chosen = scenarios.map(measuresIn);
	return effects.flatMap((effect) => {
		const reason = invalid.get(effect.id);
		if (isInEuros(effect) && !reason) return [];
		const inScenarios = chosen.map((measures) => scaleOf(effect, measures) !== undefined);
		return inScenarios.includes(true) ? [{ effect, reason, inScenarios }] : [];
	});
}
