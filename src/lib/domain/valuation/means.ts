import { sumOf } from './arithmetic/sum.ts';
import { meanYearlyCost } from './contribution-value.ts';
import type { EffectEstimate } from './effect-estimate.ts';
import { meanAmount, meanPerUnit } from './effect-mean.ts';
import type { Line, Source } from './ledger.ts';

/** The mean amounts of formulas without a closed form, from the samples. */
export type SampledAmounts = ReadonlyMap<EffectEstimate, number>;

/** Mean euros per year from the first, per unit of amount for a formula without a closed form. */
type Known = { readonly yearly: Float64Array; readonly total: number; readonly perUnit: boolean };

/**
 * Mean euros of effects and contributions at scale 1, in closed form.
 * Only the amount of a formula without a closed form comes from the samples; nothing else has any
 * sampling error.
 */
export class Means {
	readonly #known = new WeakMap<Source, Known>();
	#amounts: SampledAmounts = new Map();

	/** Takes over the mean amounts that only samples can tell. */
	useSampledAmounts(amounts: SampledAmounts): void {
		this.#amounts = amounts;
	}

	/** Gives the mean euros of every year from the first. */
	yearly(source: Source): Float64Array {
		const { yearly, perUnit } = this.#of(source);
		return perUnit ? yearly.map((euros) => euros * this.#amountOf(source)) : yearly;
	}

	/** Gives the mean euros of all years together; below 0 for a harm. */
	total(source: Source): number {
		const { total, perUnit } = this.#of(source);
		return perUnit ? total * this.#amountOf(source) : total;
	}

	/** Gives the mean euros of a line. */
	line(line: Line): number {
		let sum = 0;
		for (const { source, times, meanShare } of line) sum += this.total(source) * times * meanShare;
		return sum;
	}

	#amountOf(source: Source): number {
		return ('sign' in source ? this.#amounts.get(source) : undefined) ?? 1;
	}

	#of(source: Source): Known {
		const before = this.#known.get(source);
		if (before) return before;
		const amount = 'sign' in source ? meanAmount(source) : 1;
		const perUnit = 'sign' in source ? meanPerUnit(source) : meanYearlyCost(source);
		const yearly = perUnit.map((euros) => euros * (amount ?? 1));
		const known = { yearly, total: sumOf(yearly), perUnit: amount === undefined };
		this.#known.set(source, known);
		return known;
	}
}
