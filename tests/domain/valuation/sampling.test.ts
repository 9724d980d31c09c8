import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RisingColumns } from '#lib/domain/valuation/sampling/rising-columns.ts';
import { Sampler } from '#lib/domain/valuation/sampling/sampler.ts';
import { spreadMean, spreadMoment } from '#lib/domain/valuation/sampling/spread-moments.ts';
import { fillRising, spreadQuantile } from '#lib/domain/valuation/sampling/spread-quantile.ts';
import {
	amountDomain,
	inputDomain,
	readSpread,
	shareDomain,
	type Spread
} from '#lib/domain/valuation/sampling/spread.ts';
import { makeStrata } from '#lib/domain/valuation/sampling/strata.ts';
import { draw, shuffle, streamOf } from '#lib/domain/valuation/sampling/stream.ts';
import { QuantileFinder } from '#lib/domain/valuation/quantiles.ts';

const pert = (lowest: number, likely: number, highest: number): Spread => ({
	...{ kind: 'pert', lowest, likely, highest }
});

describe('a quantity is read as a spread', () => {
	test('a point is itself, also a range without width', () => {
		expect(readSpread(12, amountDomain)).toEqual({ kind: 'point', value: 12 });
		const narrow = { low: 3, likely: 3, high: 3, confidence: 0.5 };
		expect(readSpread(narrow, amountDomain)).toEqual({ kind: 'point', value: 3 });
		expect(readSpread({ low: 5, high: 5 }, amountDomain)).toEqual({ kind: 'point', value: 5 });
	});

	test('8, 12, 20 with confidence 0.8 runs from 7 to 22', () => {
		const quantity = { low: 8, likely: 12, high: 20, confidence: 0.8 };
		expect(readSpread(quantity, amountDomain)).toEqual(pert(7, 12, 22));
	});

	test('ends that move out of the domain are cut off there', () => {
		const share = { low: 0.1, likely: 0.5, high: 0.9, confidence: 0.5 };
		expect(readSpread(share, shareDomain)).toEqual(pert(0, 0.5, 1));
		const amount = { low: 1, likely: 10, high: 12, confidence: 0.5 };
		expect(readSpread(amount, amountDomain)).toEqual(pert(0, 10, 14));
		expect(readSpread(amount, inputDomain)).toEqual(pert(-8, 10, 14));
	});

	test('low and high alone are the 5th and 95th percentile of a lognormal', () => {
		const spread = readSpread({ low: 9000, high: 22000 }, amountDomain);
		expect(spreadQuantile(spread, 0.05)).toBeCloseTo(9000, 8);
		expect(spreadQuantile(spread, 0.95)).toBeCloseTo(22000, 8);
		expect(spreadQuantile(spread, 0.5)).toBeCloseTo(Math.sqrt(9000 * 22000), 8);
	});
});

describe('quantiles agree with an independent library', () => {
	const oracle = JSON.parse(
		readFileSync(new URL('oracle/pert-quantiles.json', import.meta.url), 'utf8')
	) as { place: number; share: number; value: number }[];

	test('every PERT of the oracle within 1e-7 of its range', () => {
		for (const { place, share, value } of oracle)
			expect(Math.abs(spreadQuantile(pert(0, place, 1), share) - value)).toBeLessThan(1e-7);
	});

	test('all samples of a PERT rise and stay between its ends', () => {
		const places = fc.double({ min: 0, max: 1, noNaN: true });
		fc.assert(
			fc.property(places, fc.integer({ min: 1, max: 3000 }), (place, count) => {
				const column = new Float64Array(count);
				fillRising(pert(10, 10 + 5 * place, 15), makeStrata(count), column);
				expect(column.every((value) => value >= 10 && value <= 15)).toBe(true);
				expect(column.every((value, i) => i === 0 || value >= (column[i - 1] ?? 0))).toBe(true);
			}),
			{ seed: 11 }
		);
	});

	test('the sample quantiles of one quantity are its own quantiles', () => {
		for (const spread of [
			pert(0, 0.2, 1),
			pert(0, 1, 1),
			readSpread({ low: 1, high: 4 }, amountDomain)
		]) {
			const column = new Float64Array(4096);
			fillRising(spread, makeStrata(4096), column);
			const found = new QuantileFinder(4096).find(column);
			const room = 1e-6 * ((column.at(-1) ?? 0) - (column[0] ?? 0));
			for (const [place, share] of [0.05, 0.25, 0.5, 0.75, 0.95].entries())
				expect(Math.abs((found[place] ?? 0) - spreadQuantile(spread, share))).toBeLessThan(room);
		}
	});
});

describe('means of powers have a closed form', () => {
	test('the mean of the PERT 8, 12, 20 is 76 / 6', () => {
		expect(spreadMean(pert(8, 12, 20))).toBeCloseTo(76 / 6, 12);
	});

	test('powers of PERTs, lognormals and points agree with their samples', () => {
		const lognormal = readSpread({ low: 2, high: 5 }, amountDomain);
		const column = new Float64Array(65_536);
		for (const spread of [pert(0, 0.1, 1), pert(-2, 1, 3), pert(5, 5, 9), lognormal])
			for (const order of spread === lognormal ? [-1, 0, 1, 0.5, 3] : [0, 1, 2, 3, 5]) {
				fillRising(spread, makeStrata(column.length), column);
				const sampled = column.reduce((sum, value) => sum + value ** order, 0) / column.length;
				const exact = spreadMoment(spread, order) ?? NaN;
				expect(Math.abs(sampled / exact - 1)).toBeLessThan(1e-3);
			}
		expect(spreadMoment({ kind: 'point', value: 3 }, 4)).toBe(81);
	});

	test('a broken or negative power of a PERT has none', () => {
		expect(spreadMoment(pert(0, 1, 2), -1)).toBeUndefined();
		expect(spreadMoment(pert(0, 1, 2), 0.5)).toBeUndefined();
	});
});

describe('every quantity has a stream of its own', () => {
	const name = { seed: 1, recordId: 'effect', field: 'amount', replicate: 0 };

	test('the same name gives the same stream; another seed, record, field or replicate another', () => {
		const others = [
			{ ...name, seed: 2 },
			{ ...name, recordId: 'effects' },
			{ ...name, field: 'unitValue' },
			{ ...name, replicate: 1 }
		];
		expect(streamOf({ ...name })).toEqual(streamOf(name));
		const firsts = [name, ...others].map((other) => draw(streamOf(other), 0));
		expect(new Set(firsts).size).toBe(5);
	});

	test('shuffling loses nothing and puts every value everywhere about as often', () => {
		const sums = new Float64Array(8);
		for (let round = 0; round < 4000; round += 1) {
			const column = Float64Array.from({ length: 8 }, (_, place) => place);
			shuffle(column, streamOf({ ...name, recordId: `r${round}` }));
			expect([...column].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
			for (const [place, value] of column.entries()) sums[place] = (sums[place] ?? 0) + value;
		}
		// Mean 3.5 with a standard error of 2.29 / sqrt(4000) = 0.036.
		for (const sum of sums) expect(Math.abs(sum / 4000 - 3.5)).toBeLessThan(0.16);
	});

	test('columns of different quantities do not hang together', () => {
		const count = 4096;
		const sampler = new Sampler({ seed: 1, replicate: 0, rising: new RisingColumns(count, 1) });
		const columns = Array.from({ length: 60 }, (_, place) =>
			sampler.drawChances(`r${place}`, 'amount').map((value) => value - 0.5)
		);
		const squares: number[] = [];
		for (const [place, one] of columns.entries())
			for (const other of columns.slice(place + 1)) {
				const product = one.reduce((sum, value, sample) => sum + value * (other[sample] ?? 0), 0);
				squares.push(((product * 12) / count) ** 2 * count);
			}
		// Squared correlations times n have mean 1; 1,770 pairs give a standard error of 0.034.
		const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
		expect(Math.abs(mean - 1)).toBeLessThan(0.15);
		expect(Math.max(...squares)).toBeLessThan(25);
	});

	test('a replicate holds the same values in another order', () => {
		const rising = new RisingColumns(128, 2);
		const [one, two] = [0, 1].map((replicate) =>
			new Sampler({ seed: 1, replicate, rising }).drawColumn('r', 'amount', pert(0, 1, 4))
		) as [Float64Array, Float64Array];
		expect(one).not.toEqual(two);
		expect(one.slice().sort()).toEqual(two.slice().sort());
	});
});

describe('quantiles are selected, not sorted', () => {
	test('they equal those of the sorted column by the definition of Hazen', () => {
		const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
		fc.assert(
			fc.property(fc.array(values, { minLength: 1, maxLength: 300 }), (list) => {
				const found = new QuantileFinder(list.length).find(Float64Array.from(list));
				const sorted = Float64Array.from(list).sort();
				const expected = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => {
					const place = Math.min(list.length - 1, Math.max(0, list.length * share - 0.5));
					const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
					return low + (high - low) * (place - Math.floor(place));
				});
				expect([...found]).toEqual(expected);
			}),
			{ seed: 5, numRuns: 500 }
		);
	});

	test('the p50 of 1, 2, 3, 4 is 2.5', () => {
		expect(new QuantileFinder(4).find(Float64Array.of(3, 1, 4, 2))[2]).toBe(2.5);
	});
});
