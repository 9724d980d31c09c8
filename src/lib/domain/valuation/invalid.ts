import type { Samples } from './sampling/sampler.ts';

/** Why an effect or contribution is named and left out of the totals. */
export type InvalidReason = 'formula-refused' | 'negative-amount' | 'not-finite';

/** Beyond this, adding up thousands of numbers could leave the numbers a computer has. */
const largestValue = 1e290;

/** Tells whether euros can be added up with others. */
export function canBeAdded(euros: number): boolean {
	return Math.abs(euros) <= largestValue;
}

/** Finds out whether a column can be added up: when the sum of its sizes can, everything in it can. */
export function inspectValue(value: Float64Array): InvalidReason | null {
	let size = 0;
	for (let sample = 0; sample < value.length; sample += 1)
		size += Math.abs(value[sample] as number);
	return canBeAdded(size) ? null : 'not-finite';
}

/** Finds out whether amounts can be used, so are finite and never below 0, and gives their mean. */
export function inspectAmounts(amounts: Samples): {
	meanAmount: number;
	invalid: InvalidReason | null;
} {
	const column = typeof amounts === 'number' ? Float64Array.of(amounts) : amounts;
	let sum = 0;
	let lowest = 0;
	for (let sample = 0; sample < column.length; sample += 1) {
		const amount = column[sample] as number;
		sum += amount;
		if (amount < lowest) lowest = amount;
	}
	const reason = canBeAdded(sum) ? null : 'not-finite';
	return { meanAmount: sum / column.length, invalid: lowest < 0 ? 'negative-amount' : reason };
}
