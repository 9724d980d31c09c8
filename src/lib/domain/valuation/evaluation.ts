import type { WorkshopFile } from '../workshop-file.ts';
import type { BlockFigures, ScenarioFigures } from './block-figures.ts';
import type { Compared } from './comparison.ts';
import { meanOfReplicates, type Distributions } from './distribution.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import type { Ledger } from './ledger.ts';
import type { Means } from './means.ts';
import { scenarioValue, type ScenarioValue } from './scenario-value.ts';

/** What all scenarios are worth, doing nothing first, and how they compare. */
export type Evaluation = {
	readonly scenarios: readonly ScenarioValue[];
	readonly comparison: readonly Compared[];
};

/** What every block says, and what is remembered between evaluations. */
export type Assembly = {
	readonly blocks: readonly BlockFigures[];
	readonly means: Means;
	readonly distributions: Distributions;
};

/** Puts an evaluation together from what every block (replicate) says. */
export function assemble(
	file: WorkshopFile,
	ledgers: readonly Ledger[],
	{ blocks, ...kept }: Assembly
): Evaluation {
	kept.means.useSampledAmounts(pooledAmounts(blocks));
	const chances = meanOfReplicates(blocks.map(({ comparison }) => comparison.chanceBest));
	const regrets = meanOfReplicates(blocks.map(({ comparison }) => comparison.expectedRegret));
	return {
		scenarios: ledgers.map((ledger, place) => {
			const figures = blocks.map(({ scenarios }) => scenarios[place] as ScenarioFigures);
			return scenarioValue({ file, ledger, figures, ...kept });
		}),
		comparison: ledgers.map(({ scenario }, place) => ({
			id: scenario.id,
			chanceBest: chances[place] as number,
			expectedRegret: regrets[place] as number
		}))
	};
}

function pooledAmounts(blocks: readonly BlockFigures[]): Map<EffectEstimate, number> {
	const pooled = new Map<EffectEstimate, number>();
	for (const { amounts } of blocks)
		for (const [effect, amount] of amounts)
			pooled.set(effect, (pooled.get(effect) ?? 0) + amount / blocks.length);
	return pooled;
}
