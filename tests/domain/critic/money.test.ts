import { describe, expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import type { Sketch } from '#lib/domain/critic/sketch.ts';

/** The values with which a rule speaks about a scenario. */
function valuesOf(rule: string, sketch: Sketch) {
	const { findings } = criticise(drawWorkshop({ scenarios: [{}], ...sketch }));
	return findings.filter((finding) => finding.rule === rule).map(({ values }) => values);
}

const oneYear = { durationMonths: 12, evidence: { level: 1 } };

describe('the sums behind rule M08', () => {
	const paying = (amount: number) => ({ contributions: [{ amount }] });

	test('take the haircut off benefits and leave harms and costs as they are', () => {
		const effects = [
			{ ...oneYear, amount: 10, unitValue: 100 },
			{ ...oneYear, amount: 1, unitValue: 150, direction: 'harm' as const }
		];
		const sketch = { parties: [{}], measures: [paying(700)], effects };
		// 1000 - 150 - 700 = 150; 600 - 150 - 700 = -250
		expect(valuesOf('M08', sketch)).toEqual([{ net: 150, correctedNet: -250 }]);
	});

	test('put the mean in the place of every number', () => {
		const amount = { low: 4, likely: 10, high: 22 }; // mean 11
		const probability = { low: 0.2, likely: 0.5, high: 0.8 }; // mean 0.5
		const deadweight = { low: 0, likely: 0.2, high: 0.4 }; // mean 0.2
		const effects = [{ ...oneYear, amount, probability, deadweight, unitValue: 100 }];
		const sketch = { parties: [{}], measures: [paying(400)], effects };
		const [values] = valuesOf('M08', sketch);
		expect(values?.net).toBeCloseTo(11 * 0.5 * 0.8 * 100 - 400, 9);
	});

	test('work a drop-off and a formula out once, at the means', () => {
		const dropOff = { low: 0, likely: 0.5, high: 1 }; // mean 0.5; the mean of (1 - d)² is more
		const inputs = [{ name: 'x', quantity: { low: 0, likely: 10, high: 20 } }];
		const effects = [
			{
				formula: 'x ^ 2',
				inputs,
				unitValue: 1,
				dropOff,
				durationMonths: 36,
				evidence: { level: 0 }
			}
		];
		const sketch = {
			workshop: { discountRate: 0 },
			parties: [{}],
			measures: [paying(150)],
			effects
		};
		const [values] = valuesOf('M08', sketch);
		expect(values?.net).toBeCloseTo(100 * (1 + 0.5 + 0.25) - 150, 9);
	});

	test.each(['x - 20', '1 / (x - 10)', 'log(x - 10)'])(
		'leave out an effect whose formula gives no amount: %s',
		(formula) => {
			const inputs = [{ name: 'x', quantity: 10 }];
			const effects = [
				{ ...oneYear, amount: 10, unitValue: 100 },
				{ ...oneYear, formula, inputs, unitValue: 1000 }
			];
			const sketch = { parties: [{}], measures: [paying(700)], effects };
			expect(valuesOf('M08', sketch)).toEqual([{ net: 300, correctedNet: -100 }]);
		}
	);

	test('use the smallest scale of the measures of an effect', () => {
		const choices = [
			{ measureId: 'measure', scale: 2, decision: 'do' as const },
			{ measureId: 'measure-2', scale: 0.5, decision: null }
		];
		const effects = [
			{ ...oneYear, measureIds: ['measure', 'measure-2'], amount: 10, unitValue: 100 }
		];
		const measures = [paying(150), paying(200)];
		const sketch = { parties: [{}], measures, effects, scenarios: [{ choices }] };
		// 0.5 * 1000 - 2 * 150 - 0.5 * 200 = 100; 300 - 400 = -100
		expect(valuesOf('M08', sketch)).toEqual([{ net: 100, correctedNet: -100 }]);
	});
});

test('rule D02 weighs what a party pays against its mean part of the benefits', () => {
	const recipients = [{ partyId: 'party', share: { low: 0, likely: 0.03, high: 0.12 } }]; // mean 0.04
	const effects = [
		{ ...oneYear, amount: 10, unitValue: 100, recipients },
		{ ...oneYear, amount: 9, unitValue: 100, direction: 'harm' as const, recipients }
	];
	const contributions = [{ amount: 300 }, { partyId: 'party-2', amount: 700 }];
	const sketch = {
		parties: [{}, { kind: 'people' as const }],
		measures: [{ contributions }],
		effects
	};
	expect(valuesOf('D02', sketch)).toEqual([{ costShare: 0.3, benefitShare: 0.04 }]);
});

test('rule K01 divides a payment over the years in which the measure runs', () => {
	const contributions = [
		{ amount: 24_000 },
		{ amount: { low: 8_000, likely: 12_000, high: 16_000 }, timing: 'yearly' as const },
		{ amount: 99_000, kind: 'hours' as const }
	];
	const sketch = {
		workshop: { area: { dwellings: 100, associationShare: 0.5 } },
		parties: [{ sector: 'housing-association' as const }],
		// 18 months from July touch two years: half of the first and all of the second.
		measures: [{ startMonth: 6, durationMonths: 18, contributions }]
	};
	expect(valuesOf('K01', sketch)).toEqual([
		{ perDwelling: (24_000 / 2 + (12_000 * 1.5) / 2) / 50, norm: 125 }
	]);
});
