import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newContribution } from '#lib/domain/contribution.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { moneyWorkshop, oneMeasure, valueOfAll } from './workshops.ts';

const evidence = (level: 0 | 2 | 4) => ({
	...{ level, scope: null, localCheck: false, references: [] }
});

test('every year tells how its benefit is supported and how much of its cost has been pledged', () => {
	const contributions = [
		newContribution('sure', { partyId: 'purse', amount: 300, confirmed: true }),
		newContribution('open', { partyId: 'purse', amount: 40, timing: 'yearly' })
	];
	const file = oneMeasure(
		[
			{ id: 'proven', amount: 10, evidence: evidence(4) },
			{ id: 'likely', amount: 20, evidence: evidence(2), startMonth: 12 },
			{ id: 'hoped', amount: 50, evidence: evidence(0), startMonth: 18, durationMonths: 6 },
			{ id: 'harm', amount: 5, direction: 'harm' }
		],
		{
			workshop: { startYear: 2027, horizonYears: 2 },
			parties: [newParty('purse', { name: 'Purse', kind: 'budget' })],
			measures: [newMeasure('work', { title: 'Work', contributions })]
		}
	);
	expect(valueOfAll(file).years).toEqual([
		{
			...{ year: 2027, benefit: 10, harm: -5, cost: 340, pledged: 300 },
			support: { substantiated: 10, plausible: 0, wish: 0 },
			...{ net: -335, cumulative: -335 }
		},
		{
			...{ year: 2028, benefit: 55, harm: -5, cost: 40, pledged: 0 },
			support: { substantiated: 10, plausible: 20, wish: 25 },
			...{ net: 10, cumulative: -325 }
		}
	]);
});

test('the years add up to the support of the scenario, part by part', () => {
	fc.assert(
		fc.property(moneyWorkshop, (file) => {
			const { scenarios } = createEngine({ samplesPerReplicate: 8, replicates: 1 }).evaluate(file);
			for (const { years, support } of scenarios)
				for (const part of ['substantiated', 'plausible', 'wish'] as const) {
					const sum = years.reduce((total, year) => total + year.support[part], 0);
					expect(Math.abs(sum - support[part])).toBeLessThanOrEqual(
						Math.max(0.005, 1e-12 * support[part])
					);
				}
		}),
		{ seed: 27, numRuns: 60 }
	);
});
