import type { EffectEstimate, ShareOfParty } from './effect-estimate.ts';
import { spreadMean } from './sampling/spread-moments.ts';
import type { Sampler, Samples } from './sampling/sampler.ts';

/** Rests smaller than this are rounding in shares such as 0.1 + 0.2 + 0.7, not money. */
const roundingRoom = 1e-12;

/** The euros of an effect that reach each of its recipients in every sample, and what is left. */
export type ReceiptSamples = {
	readonly received: readonly Float64Array[];
	readonly unallocated: Float64Array;
};

/** Tells whether every share is a point or unknown, so that receipts are fixed parts of the value. */
export function hasFixedShares({ shares }: EffectEstimate): boolean {
	return shares.every(({ spread }) => !spread || spread.kind === 'point');
}

/**
 * Gives the mean share that reaches a party, which is the share itself when it is a point.
 * A share that nobody knows counts for nothing here: it stays unallocated.
 */
export function meanShare({ spread }: ShareOfParty): number {
	return spread ? spreadMean(spread) : 0;
}

/**
 * Gives the mean share of an effect that reaches nobody by name.
 * Example: shares 0.6 and unknown leave 0.4 unallocated.
 */
export function meanRest({ shares }: EffectEstimate): number {
	const rest = shares.reduce((left, share) => left - meanShare(share), 1);
	return Math.abs(rest) < roundingRoom ? 0 : rest;
}

/**
 * Works out what each recipient gets of an effect in every sample, at scale 1: its share of the value.
 * What is left over is unallocated, so that receipts and unallocated together are the whole value.
 */
export function sampleReceipts(
	{ id, shares }: EffectEstimate,
	value: Float64Array,
	sampler: Sampler
): ReceiptSamples {
	const unallocated = value.slice();
	const received = shares.map(({ partyId, spread }) => {
		const share = spread ? sampler.draw(id, `recipients.${partyId}`, spread) : 0;
		return takeShare(value, share, unallocated);
	});
	return { received, unallocated };
}

/** Gives a share of the value in every sample and takes it off what is left. */
function takeShare(value: Float64Array, share: Samples, left: Float64Array): Float64Array {
	const taken = new Float64Array(value.length);
	for (let sample = 0; sample < value.length; sample += 1) {
		const part = typeof share === 'number' ? share : (share[sample] as number);
		taken[sample] = part * (value[sample] as number);
		left[sample] = (left[sample] as number) - (taken[sample] as number);
	}
	return taken;
}
