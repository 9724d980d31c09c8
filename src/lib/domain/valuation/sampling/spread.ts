import { naturalLogarithm } from '../arithmetic/elementary.ts';
import { normalQuantile } from '../arithmetic/normal-quantile.ts';
import { isRange, type Quantity } from '../../quantity.ts';

/** How an estimated number may turn out: one value, or values with their chances. */
export type Spread =
	| { readonly kind: 'point'; readonly value: number }
	| {
			readonly kind: 'pert';
			readonly lowest: number;
			readonly likely: number;
			readonly highest: number;
	  }
	| { readonly kind: 'lognormal'; readonly middle: number; readonly deviation: number };

/** The values a field can have; see MODEL.md section 2. */
export type QuantityDomain = { readonly lowest: number; readonly highest: number };

export const shareDomain: QuantityDomain = { lowest: 0, highest: 1 };
export const amountDomain: QuantityDomain = { lowest: 0, highest: Infinity };
export const inputDomain: QuantityDomain = { lowest: -Infinity, highest: Infinity };

/** The 95th percentile of the standard normal distribution. */
const normalNinetyFifth = normalQuantile(0.95);

/**
 * Reads a quantity as a spread.
 *
 * A range becomes a PERT. With a confidence c its ends first move away from the best guess,
 * lowest = likely - (likely - low) / c, and are then cut off at the ends of the domain: the linear
 * rescaling of the IDEA protocol's four-point estimates. Source: V. Hemming and others (2018), A
 * practical guide to structured expert elicitation using the IDEA protocol, Methods in Ecology and
 * Evolution 9(1), 169-180. Example: 8, 12, 20 with confidence 0.8 runs from 7 to 22.
 *
 * Low and high without a best guess are the 5th and 95th percentile of a lognormal.
 */
export function readSpread(quantity: Exclude<Quantity, null>, domain: QuantityDomain): Spread {
	if (typeof quantity === 'number') return { kind: 'point', value: quantity };
	if (isRange(quantity)) {
		const { low, likely, high, confidence = 1 } = quantity;
		const lowest = Math.max(domain.lowest, likely - (likely - low) / confidence);
		const highest = Math.min(domain.highest, likely + (high - likely) / confidence);
		if (lowest === highest) return { kind: 'point', value: likely };
		return { kind: 'pert', lowest, likely, highest };
	}
	const low = naturalLogarithm(quantity.low);
	const high = naturalLogarithm(quantity.high);
	if (low === high) return { kind: 'point', value: quantity.low };
	return {
		kind: 'lognormal',
		middle: (low + high) / 2,
		deviation: (high - low) / (2 * normalNinetyFifth)
	};
}
