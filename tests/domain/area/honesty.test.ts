import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { classScaleOf } from '#lib/domain/area/class-scale.ts';
import { deviationParts } from '#lib/domain/area/deviation-parts.ts';
import { isComparable, lastMeasured, seriesOf } from '#lib/domain/area/series.ts';
import { hideSmallCells } from '#lib/domain/area/small-cells.ts';

function observed(given: Partial<AreaObservation>): AreaObservation {
	const value = given.value === undefined ? 1 : given.value;
	return {
		...{ area: 'BU05990110', period: '2024', indicator: 'meldingen', version: 'own' },
		...{ status: value === null ? 'missing' : 'ok' },
		...given,
		value
	};
}

describe('a line', () => {
	test('never joins two versions of a dataset', () => {
		const { lines } = seriesOf([
			observed({ period: '2016', version: 'leefbaarometer-2.0', value: 6 }),
			observed({ period: '2018', version: 'leefbaarometer-2.0', value: 6 }),
			observed({ period: '2018', version: 'leefbaarometer-3.0', value: 5 }),
			observed({ period: '2020', version: 'leefbaarometer-3.0', value: 5 })
		]);
		expect(
			lines.map(({ version, points }) => [version, points.map(({ period }) => period)])
		).toEqual([
			['leefbaarometer-2.0', ['2016', '2018']],
			['leefbaarometer-3.0', ['2018', '2020']]
		]);
	});

	test('stops at a missing value, which is named and never a 0', () => {
		const { lines, gaps } = seriesOf([
			observed({ period: '2022', value: 4 }),
			observed({ period: '2020', value: 2 }),
			observed({ period: '2021', value: null, status: 'suppressed' })
		]);
		expect(lines.map(({ points }) => points.map(({ value }) => value))).toEqual([[2], [4]]);
		expect(gaps).toEqual([{ period: '2021', version: 'own', status: 'suppressed' }]);
	});

	test('does not go from years to quarters', () => {
		const { lines } = seriesOf([
			observed({ period: '2023', value: 40 }),
			observed({ period: '2024-Q1', value: 9 }),
			observed({ period: '2024-Q2', value: 11 })
		]);
		expect(lines.map(({ granularity, points }) => [granularity, points.length])).toEqual([
			['year', 1],
			['quarter', 2]
		]);
	});

	test('no two points of one line are of different versions or lengths, whatever the data', () => {
		const one = fc.record({
			period: fc.constantFrom('2020', '2021', '2022', '2022-Q1', '2022-Q2', '2022-05'),
			version: fc.constantFrom('leefbaarometer-2.0', 'leefbaarometer-3.0'),
			value: fc.option(fc.integer({ min: -5, max: 5 }), { nil: null })
		});
		fc.assert(
			fc.property(fc.array(one, { maxLength: 20 }), (given) => {
				const observations = given.map(observed);
				const { lines, gaps } = seriesOf(observations);
				const drawn = lines.flatMap(({ points }) => points);
				expect(drawn.length + gaps.length).toBe(observations.length);
				for (const { version, granularity, points } of lines) {
					for (const { period, value } of points) {
						expect(observations).toContainEqual(observed({ period, version, value }));
						expect(period.length === 4).toBe(granularity === 'year');
					}
				}
			}),
			{ seed: 6 }
		);
	});

	test('the last measurement is the last that has a value, and is not carried forward', () => {
		const last = lastMeasured([
			observed({ period: '2020', value: 5 }),
			observed({ period: '2022', value: null })
		]);
		expect(last?.period).toBe('2020');
		expect(lastMeasured([observed({ value: null })])).toBeUndefined();
	});

	test('only figures of one version and length of period are subtracted', () => {
		const year = { version: 'leefbaarometer-3.0', period: '2022' };
		expect(isComparable(year, { ...year, period: '2024' })).toBe(true);
		expect(isComparable(year, { ...year, version: 'leefbaarometer-2.0' })).toBe(false);
		expect(isComparable(year, { ...year, period: '2024-Q1' })).toBe(false);
	});
});

describe('dimensions', () => {
	const place = { area: 'BU00140000', period: '2024', version: 'leefbaarometer-3.0' };
	const values: [string, number][] = [
		['lbm.deviation', 0.189053],
		['lbm.housing', -0.011174],
		['lbm.environment', 0.0343143],
		['lbm.amenities', 0.310165],
		['lbm.cohesion', -0.0306654],
		['lbm.safety', -0.113587]
	];
	const all = values.map(([indicator, value]) => observed({ ...place, indicator, value }));

	test('stack to the deviation', () => {
		const stack = deviationParts(all, place);
		expect(stack?.parts.map(({ key }) => key)).toHaveLength(5);
		expect(stack?.rest).toBe(0);
		const sum = stack?.parts.reduce((total, { value }) => total + value, 0);
		expect(sum).toBeCloseTo(0.189053, 4);
	});

	test('are not stacked when one is missing or of another period', () => {
		expect(deviationParts(all.slice(0, -1), place)).toBeUndefined();
		const later = all.map((one, at) => (at === 3 ? { ...one, period: '2022' } : one));
		expect(deviationParts(later, place)).toBeUndefined();
	});

	test('show what they do not explain', () => {
		const shifted = all.map((one, at) => (at === 0 ? { ...one, value: 0.3 } : one));
		expect(deviationParts(shifted, place)?.rest).toBeCloseTo(0.110947, 6);
	});
});

test('classes are on three scales that are not each other', () => {
	expect(classScaleOf('lbm.class')).toBe('absolute');
	expect(classScaleOf('lbm.safety-class')).toBe('absolute');
	expect(classScaleOf('lbm.class-relative')).toBe('relative');
	expect(classScaleOf('lbm.development-class-2012')).toBe('development');
	expect(classScaleOf('lbm.deviation')).toBeUndefined();
});

describe('small counts', () => {
	const cell = (area: string, value: number, period = '2024') => observed({ area, value, period });
	const shown = (cells: AreaObservation[], smallest = 10) =>
		hideSmallCells(cells, smallest).map(({ value, status }) => value ?? status);

	test('are hidden, zeros and large ones are not', () => {
		expect(shown([cell('BU05990110', 4), cell('BU05990211', 0), cell('BU05990312', 10)])).toEqual([
			'suppressed',
			0,
			10
		]);
	});

	test('take along the next smallest, when a total would reveal them', () => {
		const cells = [
			cell('WK059901', 64),
			cell('BU05990110', 4),
			cell('BU05990111', 40),
			cell('BU05990112', 20)
		];
		expect(shown(cells)).toEqual([64, 'suppressed', 40, 'suppressed']);
	});

	test('take along the total, when nothing else is left to hide', () => {
		expect(shown([cell('WK059901', 4), cell('BU05990110', 4)], 5)).toEqual([
			'suppressed',
			'suppressed'
		]);
		expect(shown([cell('WK059901', 24), cell('BU05990110', 4), cell('BU05990111', 0)])).toEqual([
			'suppressed',
			'suppressed',
			0
		]);
	});

	test('of a quarter are not revealed by the year', () => {
		const quarters = [20, 3, 30, 40].map((value, at) =>
			cell('BU05990110', value, `2024-Q${at + 1}`)
		);
		expect(shown([cell('BU05990110', 93), ...quarters])).toEqual([
			93,
			'suppressed',
			'suppressed',
			30,
			40
		]);
	});

	test('that are hidden in a district are not revealed by its municipality', () => {
		const cells = [
			cell('GM0599', 104),
			cell('WK059901', 44),
			cell('WK059902', 60),
			cell('BU05990110', 4),
			cell('BU05990111', 40)
		];
		expect(shown(cells)).toEqual([104, 44, 60, 'suppressed', 'suppressed']);
	});

	test('can never be worked out from one total and its other parts', () => {
		const counts = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(counts, fc.integer({ min: 2, max: 12 }), (values, smallest) => {
				const parts = values.map((value, at) => cell(`BU0599011${at}`, value));
				const total = cell(
					'WK059901',
					values.reduce((sum, value) => sum + value, 0)
				);
				const [whole, ...rest] = hideSmallCells([total, ...parts], smallest);
				const hidden = rest.filter(({ status }) => status === 'suppressed');
				for (const { value } of rest) {
					expect(value === null || value === 0 || value >= smallest).toBe(true);
				}
				if (whole?.status === 'ok') expect(hidden).not.toHaveLength(1);
			}),
			{ seed: 6 }
		);
	});
});
