import { describe, expect, test } from 'vitest';
import { newChallenge } from '#lib/domain/challenge.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import type { Evidence } from '#lib/domain/effect.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';
import { newScenario } from '#lib/domain/scenario.ts';
import { discountFactors } from '#lib/domain/valuation/discounting.ts';
import { meanLeft, worthWithDropOff } from '#lib/domain/valuation/drop-off.ts';
import { partOfYear } from '#lib/domain/valuation/overlap.ts';
import { smallestTransfers } from '#lib/domain/valuation/transfers.ts';
import { allOf, oneMeasure, valueOfAll, workshopOf } from './workshops.ts';

const evidence = (level: Evidence['level']): Evidence => ({
	...{ level, scope: null, localCheck: false, references: [] }
});

describe('discounting', () => {
	const factors = (discountTiming: 'start' | 'mid' | 'end') => [
		...discountFactors({ horizonYears: 3, discountRate: 0.25, discountTiming })
	];

	test('euros at the start of a year are discounted by whole years', () => {
		expect(factors('start')).toEqual([1, 0.8, 0.64]);
	});

	test('euros at the end of a year by one year more, in the middle by half a year more', () => {
		expect(factors('end')[0]).toBeCloseTo(0.8, 14);
		expect(factors('mid')[1]).toBeCloseTo(1 / 1.25 ** 1.5, 14);
	});
});

describe('the part of a year in which something runs', () => {
	test.each([
		[0, 6, 12, 0.5],
		[1, 6, 12, 0.5],
		[2, 6, 12, 0],
		[0, 0, null, 1],
		[0, 3, 2, 2 / 12],
		[9, 24, null, 1],
		[1, 24, null, 0]
	])('year %d from month %d for %s months is %d', (year, startMonth, durationMonths, part) => {
		expect(partOfYear(year, { startMonth, durationMonths })).toBeCloseTo(part, 15);
	});

	test('an effect beyond the horizon is worth nothing, however far away', () => {
		for (const startMonth of [12, 1e9, 1e300])
			expect(valueOfAll(oneMeasure([{ id: 'late', amount: 5, startMonth }])).benefit.mean).toBe(0);
	});
});

describe('drop-off', () => {
	test('three years of 1 that halve every year are worth 1.75', () => {
		expect(worthWithDropOff(Float64Array.of(1, 1, 1), 0.5)).toBe(1.75);
		expect([...meanLeft({ kind: 'point', value: 0.5 }, 3)]).toEqual([1, 0.5, 0.25]);
	});

	test('it counts from the first year of the effect', () => {
		const file = oneMeasure([{ id: 'e', amount: 8, dropOff: 0.5, startMonth: 18 }], {
			workshop: { horizonYears: 4 }
		});
		expect(valueOfAll(file).years.map(({ benefit }) => benefit)).toEqual([0, 4, 4, 2]);
	});
});

describe('the value of an effect', () => {
	const whole = {
		...{ id: 'e', amount: 10, unitValue: 100, probability: 0.5, deadweight: 0.2 },
		...{ displacement: 0.5, attributionToOthers: 0.25 }
	};

	test('is the product of the model: 10 × 100 × 0.5 × 0.8 × 0.5 × 0.75 is 150', () => {
		const { benefit } = valueOfAll(oneMeasure([whole]));
		expect(benefit.mean).toBeCloseTo(150, 12);
		expect(benefit.p5).toBeCloseTo(150, 12);
	});

	test('a harm is a negative number', () => {
		const { harm, benefit, net } = valueOfAll(oneMeasure([{ ...whole, direction: 'harm' }]));
		expect([harm.mean, benefit.mean, net.mean]).toEqual([-150, 0, -150]);
	});

	test('missing corrections count as 0 and a missing probability as 1', () => {
		const missing = { probability: null, deadweight: null, dropOff: null };
		const { benefit } = valueOfAll(oneMeasure([{ id: 'e', amount: 10, ...missing }]));
		expect(benefit.mean).toBe(10);
	});

	test('without an amount or a price it is named, not counted as 0', () => {
		const file = oneMeasure([
			{ id: 'no-amount' },
			{ id: 'no-price', amount: 3, unitValue: null },
			{ id: 'half-formula', formula: 'a * b', inputs: [input('a', 2), input('b', null)] }
		]);
		const value = valueOfAll(file);
		expect(value.notInEuros).toEqual(['no-amount', 'no-price', 'half-formula']);
		expect(value.effects).toEqual([]);
	});

	test('it counts only when all its measures are in, at the smallest of their scales', () => {
		const measures = ['one', 'two'].map((id) => newMeasure(id, { title: id }));
		const file = oneMeasure([{ id: 'e', amount: 10, measureIds: ['one', 'two'] }], { measures });
		const choice = (measureId: string, scale: number, decision: 'pilot' | 'later') => ({
			...{ measureId, scale, decision }
		});
		const scenario = (...choices: ReturnType<typeof choice>[]) => ({
			...file,
			scenarios: [newScenario('all', { title: 'All', choices })]
		});
		const both = scenario(choice('one', 3, 'pilot'), choice('two', 0.5, 'pilot'));
		expect(valueOfAll(both).benefit.mean).toBe(5);
		expect(valueOfAll(scenario(choice('one', 3, 'pilot'))).effects).toEqual([]);
		const later = scenario(choice('one', 3, 'pilot'), choice('two', 1, 'later'));
		expect(valueOfAll(later).effects).toEqual([]);
	});
});

describe('contributions', () => {
	const parties = [newParty('purse', { name: 'Purse', kind: 'budget' })];
	const costOf = (timing: 'once' | 'yearly', startMonth: number, durationMonths: number | null) =>
		valueOfAll(
			workshopOf({
				workshop: { horizonYears: 3, discountRate: 0.25 },
				parties,
				measures: [
					newMeasure('work', {
						...{ title: 'Work', startMonth, durationMonths },
						contributions: [newContribution('c', { partyId: 'purse', amount: 100, timing })]
					})
				],
				scenarios: [allOf('work')]
			})
		).cost.mean;

	test.each([
		['once', 14, null, 80],
		['once', 36, null, 0],
		['yearly', 0, null, 244],
		['yearly', 6, 12, 90],
		['yearly', 30, 24, 32]
	] as const)('100 %s from month %d for %s months costs %d', (timing, start, duration, euros) => {
		expect(costOf(timing, start, duration)).toBeCloseTo(euros, 12);
	});

	test('hours count only when they have an amount', () => {
		const given = { partyId: 'purse', kind: 'hours' as const, hours: 40 };
		const contributions = [
			newContribution('a', given),
			newContribution('b', { ...given, amount: 7 })
		];
		const value = valueOfAll(oneMeasure([], { parties, measure: { contributions } }));
		expect(value.cost.mean).toBe(7);
		expect(value.measures[0]?.payments).toEqual([
			{ contributionId: 'b', partyId: 'purse', euros: 7 }
		]);
	});
});

test('receipts: unknown shares and what is left over stay unallocated', () => {
	const parties = ['a', 'b'].map((id) => newParty(id, { name: id }));
	const recipients = [
		{ partyId: 'a', share: 0.6, certain: true },
		{ partyId: 'b', share: null, certain: false }
	];
	const value = valueOfAll(oneMeasure([{ id: 'e', amount: 1000, recipients }], { parties }));
	expect(value.parties.map(({ receives }) => receives.mean)).toEqual([600, 0]);
	expect(value.unallocated.mean).toBe(400);
});

describe('payback', () => {
	const value = (amount: number, startMonth = 0) => {
		const parties = [newParty('purse', { name: 'Purse' })];
		const contributions = [newContribution('c', { partyId: 'purse', amount: 100 })];
		return valueOfAll(
			oneMeasure([{ id: 'e', amount, startMonth: startMonth + 12 }], {
				...{ parties, measure: { contributions, startMonth } },
				workshop: { horizonYears: 5 }
			})
		).paybackYear;
	};

	test('100 out in 2027 and 60 a year from 2028 is paid back in 2029', () => {
		expect(value(60)).toBe(2029);
	});

	test('is the year in which it comes out even', () => {
		expect([value(50), value(49.9), value(100)]).toEqual([2029, 2030, 2028]);
	});

	test('counts from the first year with money in it', () => {
		expect(value(60, 12)).toBe(2030);
	});

	test('is null when the horizon is too short, and when there is no money at all', () => {
		expect(value(1)).toBeNull();
		expect(valueOfAll(oneMeasure([])).paybackYear).toBeNull();
	});
});

describe('support and correction', () => {
	const effects = ([null, 0, 2, 3, 5] as const).map((level) => ({
		...{ id: `level-${level}`, amount: 100, evidence: evidence(level) }
	}));

	test('the benefit is split by evidence level', () => {
		const { support } = valueOfAll(oneMeasure(effects));
		expect(support).toEqual({ substantiated: 200, plausible: 100, wish: 200 });
	});

	test('an open challenge of severity 3 on the effect or its measure makes it a wish', () => {
		const on = (
			kind: 'effect' | 'measure',
			id: string,
			severity: 2 | 3,
			status: 'open' | 'stands'
		) =>
			valueOfAll(
				oneMeasure(effects, {
					challenges: [
						newChallenge('c', {
							...{ target: { kind, id, field: null }, text: 'Really?', severity, status }
						})
					]
				})
			).support.substantiated;
		expect(on('effect', 'level-3', 3, 'open')).toBe(100);
		expect(on('effect', 'level-3', 2, 'open')).toBe(200);
		expect(on('effect', 'level-3', 3, 'stands')).toBe(200);
		expect(on('measure', 'work', 3, 'open')).toBe(0);
	});

	test('benefits lose their haircut, harms and costs do not', () => {
		const file = oneMeasure([...effects, { id: 'harm', amount: 50, direction: 'harm' }]);
		const { correctedNet, correctedBenefit } = valueOfAll(file);
		expect(correctedBenefit).toBeCloseTo(60 + 60 + 75 + 85 + 95, 12);
		expect(correctedNet.mean).toBeCloseTo(375 - 50, 12);
		expect(correctedNet.p50).toBeCloseTo(375 - 50, 12);
	});

	test('what is left after correction is split in the same way', () => {
		const { correctedSupport } = valueOfAll(oneMeasure(effects));
		expect(correctedSupport.substantiated).toBeCloseTo(85 + 95, 12);
		expect(correctedSupport.plausible).toBeCloseTo(75, 12);
		expect(correctedSupport.wish).toBeCloseTo(60 + 60, 12);
	});
});

describe('the wrong pocket', () => {
	const purse = (id: string, pays: number, net: number, kind: 'budget' | 'people' = 'budget') => ({
		...{ id, kind, pays, net }
	});

	test('an insurer that gains 180 helps a municipality that pays and loses 300', () => {
		expect(smallestTransfers([purse('insurer', 0, 180), purse('municipality', 400, -300)])).toEqual(
			{
				transfers: [{ from: 'insurer', to: 'municipality', euros: 180 }],
				shortfall: 120
			}
		);
	});

	test('the largest gain meets the largest loss, and nobody gets more than they lose', () => {
		const parties = [
			purse('a', 0, 50),
			purse('b', 0, 200),
			purse('c', 90, -90),
			purse('d', 130, -120)
		];
		expect(smallestTransfers(parties)).toEqual({
			transfers: [
				{ from: 'b', to: 'd', euros: 120 },
				{ from: 'b', to: 'c', euros: 80 },
				{ from: 'a', to: 'c', euros: 10 }
			],
			shortfall: 0
		});
	});

	test('people never pay for purses, and who puts nothing in is no payer', () => {
		const parties = [purse('people', 0, 500, 'people'), purse('x', 0, -50), purse('y', 10, -10)];
		expect(smallestTransfers(parties)).toEqual({ transfers: [], shortfall: 10 });
	});
});

function input(name: string, quantity: number | null) {
	return { name, quantity, unit: '' };
}
