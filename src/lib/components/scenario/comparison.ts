import type { Cell } from '#lib/components/results/matrix.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Compared } from '#lib/domain/valuation/comparison.ts';
import type { Distribution } from '#lib/domain/valuation/distribution.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { hasEuros, type Counts, type ScenarioCounts } from '#lib/domain/valuation/in-euros.ts';
import { measuresIn } from '#lib/domain/valuation/scenario-membership.ts';

/** A scenario of the board with what it holds; doing nothing has no choices. */
export type Candidate = {
	readonly scenario: Pick<Scenario, 'id' | 'title' | 'choices'>;
	readonly counts: ScenarioCounts;
	readonly adopted: boolean;
};

/** One scenario beside the others: what it holds, and what that is worth as far as it is in euros. */
export type ComparisonRow = {
	readonly id: string;
	readonly title: string;
	readonly adopted: boolean;
	readonly measures: number;
	readonly pilots: number;
	readonly cost: Cell;
	readonly benefit: Cell;
	readonly harm: Cell;
	readonly net: Cell;
	/** The net after correction for wishful thinking. */
	readonly corrected: Distribution | undefined;
	/** Undefined where nothing is in euros: that can't be the best or the worst. */
	readonly compared: Compared | undefined;
	readonly paybackYear: number | null;
};

/** Makes the rows of the comparison in the order of the candidates, doing nothing first. */
export function comparisonRows(
	candidates: readonly Candidate[],
	evaluation: Evaluation
): ComparisonRow[] {
	const values = new Map(evaluation.scenarios.map((value) => [value.id, value]));
	const compared = new Map(evaluation.comparison.map((one) => [one.id, one]));
	return candidates.map(({ scenario, counts, adopted }) => {
		const { id, title, choices } = scenario;
		const counted = measuresIn(scenario);
		const nothing = id === doNothingId;
		const value = nothing || hasEuros(counts) ? values.get(id) : undefined;
		const cell = (euros: Distribution | undefined, { inEuros, besides }: Counts): Cell => {
			const shown = nothing || inEuros > 0 ? euros : undefined;
			return { mean: shown?.mean, euros: shown, besides };
		};
		const { contributions, benefits, harms } = counts;
		const besides = contributions.besides + benefits.besides + harms.besides;
		return {
			...{ id, title, adopted, measures: counted.size },
			pilots: choices.filter(({ decision }) => decision === 'pilot').length,
			cost: cell(value?.cost, contributions),
			benefit: cell(value?.benefit, benefits),
			harm: cell(value?.harm, harms),
			net: { mean: value?.net.mean, euros: value?.net, besides },
			corrected: value?.correctedNet,
			compared: value && compared.get(id),
			paybackYear: value?.paybackYear ?? null
		};
	});
}
