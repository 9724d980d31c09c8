import type { Settings } from '../workshop.ts';
import { power } from './arithmetic/elementary.ts';

/** The settings that say what a euro of a later year is worth now. */
export type DiscountSettings = Pick<Settings, 'horizonYears' | 'discountRate' | 'discountTiming'>;

/**
 * Gives what one euro in each year of the horizon is worth on 1 January of the start year.
 *
 * Equals the discount factor 1 / (1 + rate)^(k + delay) of every handbook of cost-benefit analysis,
 * with a delay of 0, 1/2 or 1 year for euros at the start, the middle or the end of year k = 0, 1, ...
 * Source: HM Treasury, The Green Book (2022), annex 6; the Dutch rate of 2.25 % is that of
 * www.rwseconomie.nl/discontovoet. Euros are real: of the price year, so without inflation.
 *
 * Example: at 25 % a euro at the start of year 2 is worth 1 / 1.25^2 = 0.64.
 */
export function discountFactors(settings: DiscountSettings): Float64Array {
	const growth = 1 + settings.discountRate;
	const first = firstFactor(growth, settings.discountTiming);
	return Float64Array.from(
		{ length: settings.horizonYears },
		(_, year) => first / power(growth, year)
	);
}

function firstFactor(growth: number, timing: DiscountSettings['discountTiming']): number {
	if (timing === 'start') return 1;
	return timing === 'mid' ? 1 / Math.sqrt(growth) : 1 / growth;
}
