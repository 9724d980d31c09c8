import {
	enoughExpectations,
	type Calibration,
	type CalibrationFigures,
	type CalibrationGroup,
	type GroupKey
} from './calibration.ts';
import type { Realisation } from './realisation.ts';

/** A group's own record with estimates like a new one. */
export type ReferenceClass = {
	/** What the earlier estimates have in common with the new one; `all` is no more than the group. */
	readonly by: GroupKey | 'all';
	readonly value: string | number | null;
	readonly n: number;
	readonly realisation: Realisation;
};

/** What is known of a new estimate; null is not known. */
export type EstimateKind = Readonly<Record<GroupKey, string | number | null>>;

/** From most to least alike: the same kind of measure says more than the same theme. */
const nearestFirst: readonly GroupKey[] = ['measureType', 'dimension', 'evidenceLevel'];

/**
 * Reference class forecasting: finds the group's record with the estimates most like a new one, of
 * which at least ten outcomes are known. Fewer say nothing, and nothing is offered.
 *
 * Source: D. Kahneman and A. Tversky (1979), Intuitive Prediction, TIMS Studies in Management Science
 * 12; B. Flyvbjerg (2008), Curbing Optimism Bias in Planning, European Planning Studies 16(1).
 * Example: of fourteen earlier expectations on safety, 45 % of the change came.
 */
export function referenceClassOf(
	calibration: Calibration,
	kind: EstimateKind
): ReferenceClass | undefined {
	for (const by of nearestFirst) {
		const group = calibration.groups.find((one) => isGroup(one, by, kind[by]));
		const found = group && recordOf(group, { by, value: group.value });
		if (found) return found;
	}
	return recordOf(calibration, { by: 'all', value: null });
}

function isGroup(group: CalibrationGroup, by: GroupKey, value: string | number | null): boolean {
	return group.by === by && group.value === value;
}

function recordOf(
	{ n, realisation }: CalibrationFigures,
	name: Pick<ReferenceClass, 'by' | 'value'>
): ReferenceClass | undefined {
	if (n < enoughExpectations || !realisation) return undefined;
	return { ...name, n, realisation };
}
