import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import { isRange, type Quantity } from '../quantity.ts';
import type { Calibration } from './calibration.ts';
import { referenceClassOf, type EstimateKind, type ReferenceClass } from './reference-class.ts';
import type { Range } from './stated-expectation.ts';

/** Where a reference to the group's own record points to; by it a corrected estimate is known. */
export const recordPlace = '/monitor#record';

const longestFormula = 500;

/** A new estimate that the group's own record speaks about. */
export type RecordFinding = { readonly effect: Effect; readonly record: ReferenceClass };

type Planned = { readonly effects: readonly Effect[]; readonly measures: readonly Measure[] };

/** Gives what an effect has in common with earlier ones: the type of its measures where that is one, theme and evidence. */
export function kindOfEffect(effect: Effect, measures: readonly Measure[]): EstimateKind {
	const types = new Set(
		measures.filter(({ id }) => effect.measureIds.includes(id)).map(({ type }) => type)
	);
	const [only] = types;
	return {
		measureType: types.size === 1 && only !== undefined ? only : null,
		dimension: effect.dimension,
		evidenceLevel: effect.evidence.level ?? 0
	};
}

/**
 * Lists the benefits of which the group's own record says that such estimates come out otherwise: the
 * whole interval of the part that came lies on one side of 1. Harms are left alone, as in every
 * correction here: a smaller harm would only flatter the plan. A corrected estimate is not asked again.
 */
export function recordFindings(
	{ effects, measures }: Planned,
	calibration: Calibration
): RecordFinding[] {
	return effects.flatMap((effect) => {
		const record = referenceClassOf(calibration, kindOfEffect(effect, measures));
		return record && speaksAgainst(record, effect) ? [{ effect, record }] : [];
	});
}

/** Tells whether a record gives reason to correct an estimate. */
export function speaksAgainst({ realisation }: ReferenceClass, effect: Effect): boolean {
	const outside = realisation.high < 1 || realisation.low > 1;
	return outside && effect.direction === 'benefit' && hasNumber(effect) && !isCorrected(effect);
}

/** Tells whether an estimate was corrected by the group's own record. */
export function isCorrected({ evidence }: Effect): boolean {
	return evidence.references.some(({ url }) => url?.endsWith(recordPlace));
}

/** The part by which an estimate is multiplied: the ratio in whole percents, as the screen says it. */
export function correctionFactor({ realisation }: ReferenceClass): number {
	return Math.round(realisation.ratio * 100) / 100;
}

/** Where the record that an estimate was corrected by stands. */
type Reference = Effect['evidence']['references'][number];

/**
 * Gives the fields of an estimate scaled to what usually came, and where that record stands.
 *
 * @returns undefined where nothing can be scaled: no number, a formula that would become too long, or
 *   a record in which the change went the other way
 */
export function correctedEstimate(
	effect: Effect,
	record: ReferenceClass,
	reference: Reference
): Pick<Effect, 'amount' | 'formula' | 'evidence'> | undefined {
	const factor = correctionFactor(record);
	const formula = effect.formula.trim() && `(${effect.formula.trim()}) * ${factor}`;
	if (!hasNumber(effect) || factor <= 0 || formula.length > longestFormula) return undefined;
	const references = [...effect.evidence.references, reference];
	return {
		amount: formula ? effect.amount : scaled(effect.amount, factor),
		formula,
		evidence: { ...effect.evidence, references }
	};
}

/**
 * Gives an expected value with the change from its baseline scaled to what usually came.
 * Example: 10 → 14 with a part of 0.5 gives 12.
 */
export function correctedRange(range: Range, baseline: number, factor: number): Range {
	const moved = (value: number) => rounded(baseline + (value - baseline) * factor);
	return { low: moved(range.low), likely: moved(range.likely), high: moved(range.high) };
}

function hasNumber({ amount, formula }: Effect): boolean {
	return amount !== null || formula.trim() !== '';
}

function scaled(quantity: Quantity, factor: number): Quantity {
	if (quantity === null) return null;
	const by = (value: number) => rounded(value * factor);
	if (typeof quantity === 'number') return by(quantity);
	if (!isRange(quantity)) return { low: by(quantity.low), high: by(quantity.high) };
	const { low, likely, high } = quantity;
	return { ...quantity, low: by(low), likely: by(likely), high: by(high) };
}

/** Six digits: enough for every estimate, and none of the noise of binary fractions. */
function rounded(value: number): number {
	return Number(value.toPrecision(6));
}
