import type { Compared } from './comparison.ts';
import type { Distribution } from './distribution.ts';
import { engineVersion, type Engine } from './engine.ts';
import type { Evaluation } from './evaluation.ts';
import type { InvalidReason } from './invalid.ts';
import type { PartyValue } from './party-value.ts';
import type { ScenarioValue } from './scenario-value.ts';
import type { TornadoRow } from './tornado.ts';

/** What a scenario is worth, as other programs read it: MODEL.md section 6. */
export type ScenarioReport = Pick<
	ScenarioValue,
	| 'id'
	| 'title'
	| 'benefit'
	| 'harm'
	| 'cost'
	| 'net'
	| 'correctedNet'
	| 'chanceNetPositive'
	| 'paybackYear'
	| 'support'
	| 'unallocated'
	| 'notInEuros'
> & {
	readonly parties: readonly PartyValue[];
	/** An invalid effect has null instead of a value. */
	readonly effects: readonly EffectReport[];
	readonly tornado: readonly TornadoRow[];
};

export type EffectReport = {
	readonly id: string;
	readonly value: Distribution | null;
	readonly invalid: InvalidReason | null;
};

export type EvaluationReport = {
	readonly engine: { readonly version: string; readonly seed: number; readonly samples: number };
	readonly scenarios: readonly ScenarioReport[];
	readonly comparison: readonly Compared[];
};

/** Writes an evaluation down with the engine, seed and samples that give the same bytes again. */
export function evaluationReport(engine: Engine, evaluation: Evaluation): EvaluationReport {
	const { seed, samples } = engine;
	return {
		engine: { version: engineVersion, seed, samples },
		scenarios: evaluation.scenarios.map((scenario) => ({
			id: scenario.id,
			title: scenario.title,
			benefit: scenario.benefit,
			harm: scenario.harm,
			cost: scenario.cost,
			net: scenario.net,
			correctedNet: scenario.correctedNet,
			chanceNetPositive: scenario.chanceNetPositive,
			paybackYear: scenario.paybackYear,
			support: scenario.support,
			parties: scenario.parties,
			unallocated: scenario.unallocated,
			effects: scenario.effects.map(({ id, value, invalid }) => ({ id, value, invalid })),
			notInEuros: scenario.notInEuros,
			tornado: engine.tornado(scenario.id)
		})),
		comparison: evaluation.comparison
	};
}
