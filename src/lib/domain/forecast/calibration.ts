import { sumOf } from '../valuation/arithmetic/sum.ts';
import { isResolved, type Expectation, type ResolvedExpectation } from './expectation.ts';
import { holds, intervalScore } from './interval-score.ts';
import { realisationOf, type Realisation } from './realisation.ts';

/** Fewer resolved expectations than this say nothing about a group's next estimate. */
export const enoughExpectations = 10;

/** How well a set of expectations came true; figures are null where there is nothing to count. */
export type CalibrationFigures = {
	/** How many expectations have an outcome. */
	readonly n: number;
	/** Share of outcomes inside their stated interval. */
	readonly coverage: number | null;
	/** Mean of the stated confidences: what coverage should have been. */
	readonly statedConfidence: number | null;
	/** Mean interval score, in the units of the figures themselves; smaller is better. */
	readonly meanIntervalScore: number | null;
	/** Null below ten outcomes: too few. */
	readonly realisation: Realisation | null;
};

export type GroupKey = 'dimension' | 'measureType' | 'evidenceLevel';

export type CalibrationGroup = CalibrationFigures & {
	readonly by: GroupKey;
	readonly value: string | number;
};

export type Calibration = CalibrationFigures & { readonly groups: readonly CalibrationGroup[] };

/** Never by person: a group learns from its record, nobody is marked. */
const groupKeys: readonly GroupKey[] = ['dimension', 'measureType', 'evidenceLevel'];

/**
 * Holds what was expected against what was measured, over all expectations of which the outcome is
 * known, and again per theme, type of measure and evidence level.
 *
 * Coverage near the stated confidence is well calibrated; below it, intervals were too narrow.
 * Example: of ten intervals stated at 80 %, eight held the outcome: a coverage of 0.8.
 */
export function calibrate(expectations: readonly Expectation[]): Calibration {
	const resolved = expectations.filter(isResolved);
	return { ...figuresOf(resolved), groups: groupKeys.flatMap((by) => groupsBy(by, resolved)) };
}

function groupsBy(by: GroupKey, resolved: readonly ResolvedExpectation[]): CalibrationGroup[] {
	const members = Map.groupBy(resolved, (expectation) => expectation[by]);
	return [...members].flatMap(([value, group]) =>
		value === null ? [] : [{ by, value, ...figuresOf(group) }]
	);
}

function figuresOf(resolved: readonly ResolvedExpectation[]): CalibrationFigures {
	const n = resolved.length;
	const meanOf = (figure: (expectation: ResolvedExpectation) => number) =>
		n === 0 ? null : sumOf(resolved.map(figure)) / n;
	return {
		n,
		coverage: meanOf((one) => Number(holds(one, one.measured))),
		statedConfidence: meanOf(({ confidence }) => confidence),
		meanIntervalScore: meanOf((one) => intervalScore(one, one.measured)),
		realisation: n < enoughExpectations ? null : (realisationOf(resolved) ?? null)
	};
}
