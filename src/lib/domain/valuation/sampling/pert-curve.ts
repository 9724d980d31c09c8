import { exponential, naturalLogarithm } from '../arithmetic/elementary.ts';

/**
 * The curve of a standard PERT distribution: from a share p of the samples to the value x in [0, 1]
 * below which they lie.
 *
 * A PERT is a beta distribution with shapes a = 1 + 4m and b = 6 - a, m being the place of the best
 * guess between lowest (0) and highest (1). Source: D.G. Malcolm and others (1959), Application of a
 * Technique for Research and Development Program Evaluation, Operations Research 7(5); lambda 4.
 *
 * Its inverse has no formula. Seen as logit(x) against logit(p) it is a smooth line with straight
 * ends, so it is worked out exactly at knots on a fixed grid of z = logit(x), and between two knots
 * by the polynomial of degree 5 that has the exact value, slope and curvature in both (Hermite). The
 * mass between knots is the integral of e^(a z) / (1 + e^z)^6 by Gauss-Legendre with five points.
 * Against scipy.stats.beta the result is right within 1e-8 of the range.
 */
export type PertCurve = {
	/** logit(p) in the knots, rising. */
	readonly logits: Float64Array;
	/** x in the knots, and its first and second derivative to logit(p). */
	readonly values: Float64Array;
	readonly slopes: Float64Array;
	readonly bends: Float64Array;
};

const step = 0.25;
const furthestKnot = 240;
const gaussPlaces = [
	-0.906179845938664, -0.5384693101056831, 0, 0.5384693101056831, 0.906179845938664
];
const gaussWeights = [
	0.23692688505618908, 0.47862867049936647, 0.5688888888888889, 0.47862867049936647,
	0.23692688505618908
];
const gaussPoints = gaussPlaces.length;

/** 1 / (1 + e^z)^6 in every Gauss point of every panel, times its weight; the same for all PERTs. */
const panelWeights = makePanelWeights();
const knotValues = onKnots((z) => 1 / (1 + exponential(-z)));
const knotDensities = onKnots(sixthPower);

function onKnots(curve: (z: number) => number): Float64Array {
	const knots = Array.from({ length: 2 * furthestKnot + 1 }, (_, index) => index - furthestKnot);
	return Float64Array.from(knots, (knot) => curve(knot * step));
}

function sixthPower(z: number): number {
	const rest = 1 / (1 + exponential(z));
	const third = rest * rest * rest;
	return third * third;
}

function makePanelWeights(): Float64Array {
	const weights = new Float64Array(2 * furthestKnot * gaussPoints);
	for (let panel = 0; panel < 2 * furthestKnot; panel += 1) {
		for (const [point, place] of gaussPlaces.entries()) {
			const z = (panel - furthestKnot + 0.5 + place / 2) * step;
			weights[panel * gaussPoints + point] =
				((gaussWeights[point] as number) * sixthPower(z) * step) / 2;
		}
	}
	return weights;
}

/**
 * Works out the curve for a place m of the best guess in [0, 1], as far as the given |logit(p)|.
 * Beyond |logit(p)| of about 55 it stays at its last knot.
 */
export function pertCurve(place: number, furthestLogit: number): PertCurve {
	const a = 1 + 4 * place;
	const b = 6 - a;
	// F(z) is at most 13 e^(a z) for these shapes, and ln 13 < 2.6: nothing beyond this is asked for.
	const first = Math.max(-furthestKnot, Math.floor(-(furthestLogit + 2.6) / a / step));
	const last = Math.min(furthestKnot, Math.floor((furthestLogit + 2.6) / b / step) + 1);
	const masses = panelMasses(a, first, last);
	const count = masses.length + 1;
	const below = new Float64Array(count);
	const above = new Float64Array(count);
	below[0] = lowerTail(a, b, value(first));
	above[count - 1] = lowerTail(b, a, 1 - value(last));
	for (let knot = 1; knot < count; knot += 1) {
		const upward = count - 1 - knot;
		below[knot] = (below[knot - 1] as number) + (masses[knot - 1] as number);
		above[upward] = (above[upward + 1] as number) + (masses[upward] as number);
	}
	return curveFrom({ a, first, below, above });
}

function value(knot: number): number {
	return knotValues[knot + furthestKnot] as number;
}

/** Integrals of e^(a z) / (1 + e^z)^6 over the panels between first and last knot. */
function panelMasses(a: number, first: number, last: number): Float64Array {
	const masses = new Float64Array(last - first);
	const growth = exponential(a * step);
	const inPanel = gaussPlaces.map((place) => exponential(a * step * (0.5 + place / 2)));
	let start = exponential(a * step * first);
	for (let panel = 0; panel < masses.length; panel += 1) {
		const weightsAt = (panel + first + furthestKnot) * gaussPoints;
		let mass = 0;
		for (let point = 0; point < gaussPoints; point += 1)
			mass += (inPanel[point] as number) * (panelWeights[weightsAt + point] as number);
		masses[panel] = start * mass;
		start *= growth;
	}
	return masses;
}

/** The mass below x of t^(a-1) (1-t)^(b-1), by its power series; quick because x is small. */
function lowerTail(a: number, b: number, x: number): number {
	let term = 1;
	let sum = 1 / a;
	for (let order = 1; order <= 60 && term !== 0; order += 1) {
		term *= ((order - b) / order) * x;
		sum += term / (a + order);
	}
	return exponential(a * naturalLogarithm(x)) * sum;
}

type Masses = { a: number; first: number; below: Float64Array; above: Float64Array };

/** Value, slope and bend of x against logit(p), by the chain rule from the density in each knot. */
function curveFrom({ a, first, below, above }: Masses): PertCurve {
	const count = below.length;
	const curve = {
		logits: new Float64Array(count),
		values: new Float64Array(count),
		slopes: new Float64Array(count),
		bends: new Float64Array(count)
	};
	const growth = exponential(a * step);
	let rise = exponential(a * step * first);
	for (let knot = 0; knot < count; knot += 1, rise *= growth) {
		const x = value(first + knot);
		const low = below[knot] as number;
		const high = above[knot] as number;
		const density = rise * (knotDensities[first + knot + furthestKnot] as number);
		const perLogit = (low * high) / (density * (low + high));
		curve.logits[knot] = naturalLogarithm(low / high);
		curve.values[knot] = x;
		curve.slopes[knot] = x * (1 - x) * perLogit;
		curve.bends[knot] =
			x * (1 - x) * perLogit * perLogit * (1 - a + 4 * x + density / low - density / high);
	}
	return curve;
}
