import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newEffect, type Effect } from '#lib/domain/effect.ts';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import type { Expectation } from '#lib/domain/forecast/expectation.ts';
import {
	correctedEstimate,
	correctedRange,
	correctionFactor,
	isCorrected,
	kindOfEffect,
	recordFindings
} from '#lib/domain/forecast/own-record.ts';
import { referenceClassOf } from '#lib/domain/forecast/reference-class.ts';
import { newMeasure } from '#lib/domain/measure.ts';

const measure = newMeasure('m1', { title: 'Meer toezicht', type: 'enforcement' });
const other = newMeasure('m2', { title: 'Opknappen', type: 'renovation' });
const measures = [measure, other];
const reference = { text: 'Eigen ervaring', url: 'https://arena.example/w/1/monitor#record' };

/** So many outcomes of expectations from 10 to 14, of which a part came. */
function outcomes(count: number, part: number, more: Partial<Expectation> = {}): Expectation[] {
	return Array.from({ length: count }, (_, index) => ({
		...{ id: `e${index}`, dimension: 'safety', measureType: 'enforcement', evidenceLevel: 2 },
		...{ baseline: 10, low: 12, likely: 14, high: 16, confidence: 0.8 },
		...{ measured: 10 + 4 * (part + (index % 2 ? 0.05 : -0.05)) },
		...{ autonomousChange: 0, date: '2026-01-01' },
		...more
	}));
}

function effect(given: Partial<Effect> = {}): Effect {
	return newEffect('f1', {
		...{ title: 'Minder overlast', measureIds: ['m1'], dimension: 'safety', amount: 40 },
		...given
	});
}

const asked = (one: Effect, earlier: Expectation[]) =>
	recordFindings({ effects: [one], measures }, calibrate(earlier));

describe('the group’s own record beside a new estimate', () => {
	test('asks from ten outcomes on, and is silent at nine', () => {
		expect(asked(effect(), outcomes(9, 0.45))).toEqual([]);
		const [found] = asked(effect(), outcomes(10, 0.45));
		expect(found?.record).toMatchObject({ by: 'measureType', value: 'enforcement', n: 10 });
		expect(correctionFactor(found!.record)).toBe(0.45);
	});

	test('is silent when earlier estimates came true', () => {
		expect(asked(effect(), outcomes(12, 1))).toEqual([]);
	});

	test('asks nothing about a harm, nor about an estimate without a number', () => {
		expect(asked(effect({ direction: 'harm' }), outcomes(12, 0.4))).toEqual([]);
		expect(asked(effect({ amount: null }), outcomes(12, 0.4))).toEqual([]);
	});

	test('falls back on the theme when the measures are of more than one type', () => {
		const both = effect({ measureIds: ['m1', 'm2'] });
		expect(kindOfEffect(both, measures).measureType).toBeNull();
		expect(asked(both, outcomes(12, 0.4))[0]?.record.by).toBe('dimension');
	});
});

describe('correcting an estimate', () => {
	const record = referenceClassOf(calibrate(outcomes(12, 0.45)), kindOfEffect(effect(), measures))!;

	test('scales a number, a range and a formula, and says where that comes from', () => {
		expect(correctedEstimate(effect(), record, reference)?.amount).toBe(18);
		const range = { low: 10, likely: 20, high: 40, confidence: 0.8 };
		expect(correctedEstimate(effect({ amount: range }), record, reference)?.amount).toEqual({
			...{ low: 4.5, likely: 9, high: 18, confidence: 0.8 }
		});
		const formula = 'homes * share + 2';
		expect(correctedEstimate(effect({ formula }), record, reference)?.formula).toBe(
			'(homes * share + 2) * 0.45'
		);
	});

	test('is asked once: a corrected estimate is known, and asked again when its reference is taken away', () => {
		const corrected = { ...effect(), ...correctedEstimate(effect(), record, reference) };
		expect(isCorrected(corrected)).toBe(true);
		expect(asked(corrected, outcomes(12, 0.45))).toEqual([]);
		const bare = { ...corrected, evidence: { ...corrected.evidence, references: [] } };
		expect(asked(bare, outcomes(12, 0.45))).toHaveLength(1);
	});

	test('is not offered where things went the other way, or a formula would become too long', () => {
		const worse = referenceClassOf(
			calibrate(outcomes(12, -0.3)),
			kindOfEffect(effect(), measures)
		)!;
		expect(correctedEstimate(effect(), worse, reference)).toBeUndefined();
		const long = effect({ formula: `homes ${'+ 1'.repeat(163)}` });
		expect(correctedEstimate(long, record, reference)).toBeUndefined();
	});

	test('keeps low, likely and high in order, for any range', () => {
		const number = fc.double({ min: 0, max: 1e9, noNaN: true });
		fc.assert(
			fc.property(fc.tuple(number, number, number), (three) => {
				const [low, likely, high] = three.toSorted((one, two) => one - two) as [
					number,
					number,
					number
				];
				const amount = correctedEstimate(
					effect({ amount: { low, likely, high } }),
					record,
					reference
				)?.amount as { low: number; likely: number; high: number };
				expect(amount.low <= amount.likely && amount.likely <= amount.high).toBe(true);
			}),
			{ seed: 11, numRuns: 200 }
		);
	});

	test('of an expected value scales the change, not the value', () => {
		expect(correctedRange({ low: 12, likely: 14, high: 16 }, 10, 0.5)).toEqual({
			...{ low: 11, likely: 12, high: 13 }
		});
	});
});
