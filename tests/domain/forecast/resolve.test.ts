import { describe, expect, test } from 'vitest';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import { heldTo } from '#lib/domain/forecast/held-to.ts';
import type { Measurement } from '#lib/domain/forecast/measurement.ts';
import { periodHolds } from '#lib/domain/forecast/period.ts';
import { referenceClassOf } from '#lib/domain/forecast/reference-class.ts';
import { resolveExpectations } from '#lib/domain/forecast/resolve.ts';
import type { StatedExpectation } from '#lib/domain/forecast/stated-expectation.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';
import { makeHistory, overconfident } from './histories.ts';

const workshop = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;
const scenario = workshop.scenarios.find(({ reviews }) => reviews.length > 0)!;
const indicatorId = 'nuisance';
const ofTheLeefbaarometer = 'lbm-total';

const stated: StatedExpectation = {
	...{ indicatorId, date: '2028-10-01', confidence: 0.8, source: '' },
	...{ baseline: 6, expected: { low: 6.5, likely: 7, high: 7.5 }, withoutPlan: null }
};
const measured: Measurement = {
	...{ indicatorId, period: '2028', value: 6.6, source: 'Enquête' },
	...{ comparison: null, explanation: '', origin: 'hand' }
};

function resolve(
	expectation: Partial<StatedExpectation> = {},
	measurements: readonly Measurement[] = [measured],
	today = '2029-01-01'
) {
	const expectations = heldTo(workshop, scenario.id, [{ ...stated, ...expectation }]);
	const sealed = { number: 1, scenarioId: scenario.id, workshop, expectations };
	const found = resolveExpectations(sealed, measurements, today);
	return found.find(({ id }) => id === `${expectation.indicatorId ?? indicatorId}-${stated.date}`)!;
}

/** The part of the expected change that came, for ten expectations like this one. */
const realised = (expectation: ReturnType<typeof resolve>) =>
	calibrate(Array.from({ length: 10 }, () => expectation)).realisation?.ratio;

describe('an expectation', () => {
	test('is measured by the value over the period that holds its date', () => {
		expect(resolve().measured).toBe(6.6);
		expect(resolve({}, [{ ...measured, period: '2027' }]).measured).toBeNull();
		expect(resolve({}, [{ ...measured, period: '2028-Q3' }]).measured).toBeNull();
	});

	test('prefers the shortest of the periods that hold its date', () => {
		const month = { ...measured, period: '2028-10', value: 6.9 };
		const quarter = { ...measured, period: '2028-Q4', value: 6.8 };
		expect(resolve({}, [measured, month, quarter]).measured).toBe(6.9);
	});

	test('is not measured before its date has passed', () => {
		expect(resolve({}, [measured], '2028-09-30').measured).toBeNull();
		expect(resolve({}, [measured], '2028-10-01').measured).toBe(6.6);
	});

	test('came true for 60 % when 6 was to become 7 and became 6.6', () => {
		expect(realised(resolve())).toBeCloseTo(0.6, 12);
	});

	test('counts its change from what was expected without the plan', () => {
		const withoutPlan = { low: 6.2, likely: 6.5, high: 6.8 };
		expect(realised(resolve({ withoutPlan }))).toBeCloseTo(0.2, 12);
	});

	test('loses the change that a comparison area had as well, but not its place in the interval', () => {
		const compared = { ...measured, comparison: { before: 6.1, after: 6.4 } };
		const resolved = resolve({}, [compared]);
		expect(resolved.measured).toBe(6.6);
		expect(realised(resolved)).toBeCloseTo(0.3, 12);
	});

	test('does not take the same change off twice when it was expected and seen elsewhere', () => {
		const withoutPlan = { low: 6.2, likely: 6.3, high: 6.4 };
		const compared = { ...measured, comparison: { before: 6.1, after: 6.4 } };
		expect(realised(resolve({ withoutPlan }, [compared]))).toBeCloseTo(0.3 / 0.7, 12);
	});

	test('on the Leefbaarometer alone counts for the interval and for no part that came', () => {
		const alone = resolve({ indicatorId: ofTheLeefbaarometer }, [
			{ ...measured, indicatorId: ofTheLeefbaarometer }
		]);
		expect(alone.measured).toBe(6.6);
		expect(realised(alone)).toBeUndefined();
		const compared = { ...measured, comparison: { before: 6.1, after: 6.4 } };
		const beside = resolve({ indicatorId: ofTheLeefbaarometer }, [
			{ ...compared, indicatorId: ofTheLeefbaarometer }
		]);
		expect(realised(beside)).toBeCloseTo(0.3, 12);
		const withoutPlan = { low: 6.2, likely: 6.5, high: 6.8 };
		const expected = resolve({ indicatorId: ofTheLeefbaarometer, withoutPlan }, [
			{ ...measured, indicatorId: ofTheLeefbaarometer }
		]);
		expect(realised(expected)).toBeCloseTo(0.2, 12);
	});

	test('has the theme of its figure, and the weakest evidence of the effects under it', () => {
		const { dimension, evidenceLevel } = resolve();
		const indicator = workshop.indicators.find(({ id }) => id === indicatorId)!;
		expect(dimension).toBe(indicator.dimension);
		expect(evidenceLevel === null || evidenceLevel <= 5).toBe(true);
	});
});

test.each([
	['2028', '2028-12-31', true],
	['2028', '2029-01-01', false],
	['2028-Q4', '2028-10-01', true],
	['2028-Q3', '2028-10-01', false],
	['2028-10', '2028-10-31', true],
	['2028-01', '2028-10-01', false]
])('%s and %s: %s', (period, date, holds) => {
	expect(periodHolds(period, date)).toBe(holds);
});

describe('the record of a group', () => {
	const kind = { dimension: 'safety', measureType: 'caretaker', evidenceLevel: 1 };

	test('is offered for the same type of measure before the same theme', () => {
		const calibration = calibrate(makeHistory(overconfident, 3, 40));
		expect(referenceClassOf(calibration, kind)).toMatchObject({ by: 'measureType', n: 40 });
		const other = { ...kind, measureType: 'renovation' };
		expect(referenceClassOf(calibration, other)).toMatchObject({ by: 'dimension', n: 20 });
	});

	test('is that of all estimates where none is alike, and nothing below ten', () => {
		const strange = { dimension: 'housing', measureType: 'sale', evidenceLevel: 5 };
		const calibration = calibrate(makeHistory(overconfident, 3, 10));
		expect(referenceClassOf(calibration, strange)).toMatchObject({ by: 'all', n: 10 });
		expect(referenceClassOf(calibrate(makeHistory(overconfident, 3, 9)), kind)).toBeUndefined();
	});
});
