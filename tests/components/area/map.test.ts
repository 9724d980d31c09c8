import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawMap, shadesOf } from '#lib/components/area/map.ts';
import { linear, ticks } from '#lib/components/area/scale.ts';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';

function area(code: string, west: number) {
	const ring = [
		[west, 52],
		[west + 0.1, 52],
		[west + 0.1, 52.1],
		[west, 52.1],
		[west, 52]
	];
	return { code, name: code, geometry: { type: 'Polygon' as const, coordinates: [ring] } };
}

function value(code: string, number: number | null): AreaObservation {
	return {
		...{ area: code, period: '2024', indicator: 'x', version: 'own', value: number },
		status: number === null ? 'suppressed' : 'ok'
	};
}

describe('a map', () => {
	const outlines = [area('a', 4), area('b', 4.1), area('c', 4.2)];
	const { areas, shades } = drawMap(outlines, [value('a', 1), value('b', null)], [300, 200]);

	test('draws every outline within its box, whichever way its ring runs', () => {
		const turned = outlines.map((one) => ({
			...one,
			geometry: {
				...one.geometry,
				coordinates: one.geometry.coordinates.map((ring) => ring.toReversed())
			}
		}));
		for (const drawn of [areas, drawMap(turned, [], [300, 200]).areas]) {
			const numbers = drawn.flatMap(({ path }) => path.match(/-?[\d.]+/g)?.map(Number) ?? []);
			expect(numbers.length).toBeGreaterThan(20);
			expect(Math.min(...numbers)).toBeGreaterThanOrEqual(-0.1);
			expect(Math.max(...numbers)).toBeLessThanOrEqual(300.1);
		}
	});

	test('gives a shade to what has a value only, and says why the rest has none', () => {
		expect(areas.map(({ shade, status }) => [shade, status])).toEqual([
			[0, 'ok'],
			[undefined, 'suppressed'],
			[undefined, 'absent']
		]);
		expect(shades).toEqual([{ from: 1, to: 1 }]);
	});
});

test('shades hold every value once and never split equal values', () => {
	const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });
	fc.assert(
		fc.property(values, (numbers) => {
			const shades = shadesOf(numbers);
			expect(shades.length).toBeLessThanOrEqual(5);
			for (const number of numbers) {
				expect(shades.filter(({ from, to }) => number >= from && number <= to)).toHaveLength(1);
			}
		}),
		{ seed: 6 }
	);
});

test('an axis has round numbers around all values', () => {
	expect(ticks(0.02, 0.31, 4)).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
	expect(ticks(6.1, 7.4, 4)).toEqual([6, 6.5, 7, 7.5]);
	expect(ticks(5, 5, 4).length).toBeGreaterThan(0);
	const numbers = fc.double({ min: -1e6, max: 1e6, noNaN: true });
	fc.assert(
		fc.property(numbers, numbers, (one, other) => {
			const [low, high] = [Math.min(one, other), Math.max(one, other)];
			fc.pre(high - low > 1e-6);
			const marks = ticks(low, high, 4);
			const step = (high - low) * 1e-6;
			expect(marks.length).toBeLessThanOrEqual(7);
			expect(marks[0]).toBeLessThanOrEqual(low + step);
			expect(marks.at(-1)).toBeGreaterThanOrEqual(high - step);
		}),
		{ seed: 6 }
	);
});

test('a scale puts ends on ends, also when there is one value', () => {
	const place = linear([0, 10], [100, 0]);
	expect([place(0), place(5), place(10)]).toEqual([100, 50, 0]);
	expect(Number.isFinite(linear([3, 3], [0, 1])(3))).toBe(true);
});
