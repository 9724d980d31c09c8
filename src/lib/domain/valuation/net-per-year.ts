import { addInto, type Scaled } from './add-columns.ts';
import { sumOf } from './arithmetic/sum.ts';
import type { Block } from './block.ts';
import { worthWithDropOff } from './drop-off.ts';
import type { CountedEffect, Ledger } from './ledger.ts';

/**
 * Gives the discounted net of a scenario in every sample, one column per year from the start year on.
 *
 * The value of an effect is divided over its years in the ratio of what a euro in each is worth now,
 * weight * (1 - drop-off)^age; a contribution in the ratio of its weights. So the years of a sample add up
 * to its net: MODEL.md section 3.
 * Example: 300 over two equal years is 150 in each; with a drop-off of 0.5 it is 200 and 100.
 */
export function netPerYear(block: Block, ledger: Ledger, count: number): Float64Array[] {
	const years = Array.from({ length: count }, () => new Float64Array(block.count));
	const fixed = years.map((): Scaled[] => []);
	for (const effect of ledger.effects) {
		const { value: column } = block.effect(effect.estimate);
		// Drawn after the value, because the next draw overwrites it.
		const dropOff = block.dropOff(effect.estimate);
		if (typeof dropOff === 'number') divideFixed(fixed, effect, { column, dropOff });
		else addVarying(years, effect, { column, dropOff });
	}
	for (const { estimate, scale } of ledger.contributions) {
		const { weights, firstYear } = estimate;
		const { value: column } = block.contribution(estimate);
		divide(fixed, { column, times: -scale, ratio: weights, from: firstYear });
	}
	for (const [place, columns] of fixed.entries()) addInto(years[place] as Float64Array, columns);
	return years;
}

/** Gives the sum of the columns up to and including each. */
export function cumulative(columns: readonly Float64Array[]): Float64Array[] {
	let sum: Float64Array | undefined;
	return columns.map(
		(column) => (sum = sum ? addInto(sum.slice(), [{ column, times: 1 }]) : column)
	);
}

type Divided = Scaled & { readonly ratio: Float64Array; readonly from: number };

/** Notes per year which part of a column falls in it. */
function divide(years: readonly Scaled[][], { column, times, ratio, from }: Divided): void {
	const whole = sumOf(ratio);
	if (whole > 0)
		for (const [age, part] of ratio.entries())
			years[from + age]?.push({ column, times: (times * part) / whole });
}

function divideFixed(
	years: readonly Scaled[][],
	{ estimate, scale }: CountedEffect,
	{ column, dropOff }: { readonly column: Float64Array; readonly dropOff: number }
): void {
	let kept = 1;
	const ratio = estimate.weights.map((weight) => {
		const part = weight * kept;
		kept *= 1 - dropOff;
		return part;
	});
	divide(years, { column, times: scale, ratio, from: estimate.firstYear });
}

/** Adds an effect of which every sample drops off at its own pace. */
function addVarying(
	years: readonly Float64Array[],
	{ estimate, scale }: CountedEffect,
	{ column, dropOff }: { readonly column: Float64Array; readonly dropOff: Float64Array }
): void {
	const { weights, firstYear } = estimate;
	const left = new Float64Array(column.length);
	for (let sample = 0; sample < left.length; sample += 1) {
		const worth = worthWithDropOff(weights, dropOff[sample] as number);
		left[sample] = worth > 0 ? ((column[sample] as number) * scale) / worth : 0;
	}
	for (let age = 0; age < weights.length; age += 1)
		addAge(years[firstYear + age], { left, dropOff, weight: weights[age] as number });
}

type Age = { readonly left: Float64Array; readonly dropOff: Float64Array; readonly weight: number };

/** Adds one year, and leaves what is left for the next. */
function addAge(year: Float64Array | undefined, { left, dropOff, weight }: Age): void {
	if (!year) return;
	for (let sample = 0; sample < left.length; sample += 1) {
		const euros = left[sample] as number;
		year[sample] = (year[sample] as number) + weight * euros;
		left[sample] = euros * (1 - (dropOff[sample] as number));
	}
}
