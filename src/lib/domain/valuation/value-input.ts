import type { WorkshopFile } from '../workshop-file.ts';
import type { ScenarioFigures } from './block-figures.ts';
import type { Distribution, Distributions } from './distribution.ts';
import type { Ledger } from './ledger.ts';
import type { Means } from './means.ts';

/** What the value of a scenario is put together from. */
export type ValueInput = {
	readonly file: WorkshopFile;
	readonly ledger: Ledger;
	readonly means: Means;
	readonly distributions: Distributions;
	/** One per replicate. */
	readonly figures: readonly ScenarioFigures[];
};

/** Finds five quantiles among the figures of one replicate. */
type Find = (figures: ScenarioFigures) => Float64Array | undefined;

/** Puts a closed-form mean and the quantiles of all replicates together, both times a scale. */
export function pooled(
	{ figures, distributions }: ValueInput,
	find: Find,
	{ mean, scale = 1 }: { mean: number; scale?: number }
): Distribution {
	const quantiles: Float64Array[] = [];
	for (const figure of figures) quantiles.push(find(figure) ?? noQuantiles);
	return distributions.make({ mean, quantiles, scale });
}

const noQuantiles = new Float64Array(5);
