import type { Lever } from './levers.ts';
import { spreadMean } from './sampling/spread-moments.ts';
import type { QuantityDomain } from './sampling/spread.ts';

/**
 * Gives the value of one quantity at which the mean net is 0, the rest at their means; null when the
 * quantity cannot have such a value or does not matter.
 *
 * Closed form where the net is a straight line in the quantity; else the nearest root to its mean, by
 * looking outward in growing steps and then halving. The switching value of HM Treasury, The Green Book
 * (2022), chapter 5.
 * Example: a net of 200 with an amount of 10, of 50 each, turns at an amount of 6.
 */
export function switchingValue(lever: Lever, net: number): number | null {
	const others = net - lever.euros;
	const netAt = (value: number) => others + lever.eurosAt(value);
	const value = lever.straight ? straightRoot(netAt) : nearestRoot(netAt, lever);
	if (value === undefined || value !== value) return null;
	const inDomain = value >= lever.domain.lowest && value <= lever.domain.highest;
	return inDomain ? value + 0 : null;
}

type NetAt = (value: number) => number;

function straightRoot(netAt: NetAt): number | undefined {
	const atZero = netAt(0);
	const slope = netAt(1) - atZero;
	return slope === 0 ? undefined : -atZero / slope;
}

const outwardSteps = 200;
const growth = 1.15;

/** Looks for the nearest value, on either side of the mean, at which the net has the other sign. */
function nearestRoot(netAt: NetAt, { spread, domain }: Lever): number | undefined {
	const start = spreadMean(spread);
	const sign = netAt(start) < 0 ? -1 : 1;
	if (netAt(start) === 0) return start;
	const turned: Turned = (value) => netAt(value) * sign < 0;
	const bounded = domain.highest < Infinity;
	return bounded ? rootInDomain(turned, start, domain) : rootOutward(turned, start);
}

type Turned = (value: number) => boolean;

/** Of the curves only that of a drop-off has a bounded domain, and it goes one way. */
function rootInDomain(turned: Turned, start: number, { lowest, highest }: QuantityDomain) {
	const end = [lowest, highest].find(turned);
	return end === undefined ? undefined : halve(turned, start, end);
}

function rootOutward(turned: Turned, start: number): number | undefined {
	let reach = 0;
	let step = Math.max(1, Math.abs(start)) / 64;
	for (let taken = 0; taken < outwardSteps; taken += 1, step *= growth) {
		for (const side of [1, -1])
			if (turned(start + side * (reach + step)))
				return halve(turned, start + side * reach, start + side * (reach + step));
		reach += step;
	}
	return undefined;
}

/** Halves the way from a value to one where the net has turned, until nothing lies in between. */
function halve(turned: Turned, from: number, to: number): number {
	let [near, far] = [from, to];
	for (
		let middle = (near + far) / 2;
		middle !== near && middle !== far;
		middle = (near + far) / 2
	) {
		if (turned(middle)) far = middle;
		else near = middle;
	}
	return far;
}
