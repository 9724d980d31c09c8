import type { Quantity } from '../../quantity.ts';
import { isLognormal, isRange } from '../../quantity.ts';
import { spreadMean } from '../../valuation/sampling/spread-moments.ts';
import { amountDomain, readSpread, shareDomain } from '../../valuation/sampling/spread.ts';
import type { QuantityDomain } from '../../valuation/sampling/spread.ts';

/** Tells whether a quantity is a range of any kind, and not a point. */
export function isSpread(quantity: Quantity): boolean {
	return isRange(quantity) || isLognormal(quantity);
}

/** The mean of a share, null when it is not estimated. */
export function meanShare(quantity: Quantity): number | null {
	return meanIn(quantity, shareDomain);
}

/** The mean of an amount, a price or hours, null when it is not estimated. */
export function meanAmount(quantity: Quantity): number | null {
	return meanIn(quantity, amountDomain);
}

function meanIn(quantity: Quantity, domain: QuantityDomain): number | null {
	if (quantity === null || typeof quantity === 'number') return quantity;
	return spreadMean(readSpread(quantity, domain));
}

/** The best guess: the point itself, likely, or the middle √(low · high) of a lognormal. */
export function bestGuess(quantity: Quantity): number | null {
	if (quantity === null || typeof quantity === 'number') return quantity;
	if (isRange(quantity)) return quantity.likely;
	return Math.sqrt(quantity.low * quantity.high);
}

/** Distance between the ends of an amount: after the rescaling by confidence; 0 for a point. */
export function widthOfAmount(quantity: Quantity): number {
	if (quantity === null || typeof quantity === 'number') return 0;
	if (isLognormal(quantity)) return quantity.high - quantity.low;
	const spread = readSpread(quantity, amountDomain);
	return spread.kind === 'pert' ? spread.highest - spread.lowest : 0;
}
