import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareForecasts } from '#lib/domain/forecast/compare.ts';
import { heldTo } from '#lib/domain/forecast/held-to.ts';
import { parseWorkshopFile, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';

const workshop = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;
const scenario = workshop.scenarios.find(({ reviews }) => reviews.length > 0)!;
const [place] = heldTo(workshop, scenario.id, []);
const stated = {
	...{ indicatorId: place!.indicatorId, date: place!.date, baseline: 6.5 },
	...{ expected: { low: 6.4, likely: 6.6, high: 6.9 }, confidence: 0.8 },
	...{ withoutPlan: null, source: '' }
};
const forecast = (file: WorkshopFile, expected = [stated]) => ({
	scenarioId: scenario.id,
	workshop: file,
	expectations: heldTo(file, scenario.id, expected)
});
const [first, ...others] = workshop.effects;

test('a forecast compared with itself shows nothing', () => {
	const same = forecast(structuredClone(workshop));
	expect(compareForecasts(forecast(workshop), same)).toEqual({
		...{ differs: [], records: [], expectations: [] }
	});
});

test('another scenario and other settings are told, as they change the outcomes too', () => {
	const shorter = { ...workshop, workshop: { ...workshop.workshop, horizonYears: 5 } };
	const other = { ...forecast(shorter), scenarioId: 'do-nothing' };
	const told = compareForecasts(forecast(workshop), other);
	expect(told).toEqual({ differs: ['scenario', 'settings'], records: [], expectations: [] });
});

test('what is in one of the two is added or removed, whichever way round they are compared', () => {
	const without = forecast({ ...workshop, effects: others });
	const change = { list: 'effects', id: first!.id, numbers: [], otherwise: false };
	expect(compareForecasts(forecast(workshop), without).records).toEqual([
		{ ...change, change: 'removed' }
	]);
	expect(compareForecasts(without, forecast(workshop)).records).toEqual([
		{ ...change, change: 'added' }
	]);
});

test('a changed number is shown before and after, apart from changed words', () => {
	const amount = { low: 1, likely: 2, high: 3 };
	const numbers = { field: 'amount', before: first!.amount, after: amount };
	const changed = (change: object) =>
		compareForecasts(
			forecast(workshop),
			forecast({ ...workshop, effects: [{ ...first!, ...change }, ...others] })
		).records;
	expect(changed({ amount })).toMatchObject([
		{ change: 'changed', numbers: [numbers], otherwise: false }
	]);
	expect(changed({ because: 'Anders.' })).toMatchObject([{ numbers: [], otherwise: true }]);
	expect(changed({ amount, because: 'Anders.' })).toMatchObject([
		{ numbers: [numbers], otherwise: true }
	]);
});

test('the hours and money of each contribution, and the share of each receiver, are numbers too', () => {
	const changed = structuredClone(workshop);
	const measure = changed.measures.find(({ contributions }) => contributions.length > 0)!;
	const effect = changed.effects.find(({ recipients }) => recipients.length > 0)!;
	measure.contributions[0]!.amount = 123;
	effect.recipients[0]!.share = 0.123;
	const { records } = compareForecasts(forecast(workshop), forecast(changed));
	expect(
		records.map(({ numbers, otherwise }) => [numbers[0]?.field, numbers[0]?.after, otherwise])
	).toEqual([
		[`contributions.${measure.contributions[0]!.id}.amount`, 123, false],
		[`recipients.${effect.recipients[0]!.partyId}`, 0.123, false]
	]);
});

test('what is expected otherwise is shown with both intervals', () => {
	const higher = { ...stated, expected: { low: 7, likely: 7.5, high: 8 } };
	const { expectations } = compareForecasts(forecast(workshop), forecast(workshop, [higher]));
	expect(expectations).toHaveLength(1);
	expect(expectations[0]?.before?.stated?.expected).toEqual(stated.expected);
	expect(expectations[0]?.after?.stated?.expected).toEqual(higher.expected);
	const taken = compareForecasts(forecast(workshop), forecast(workshop, []));
	expect(taken.expectations[0]?.after?.stated).toBeNull();
});

test('turning the two around turns before and after around, for any records that are left out', () => {
	const part = <Item>(items: readonly Item[]) => fc.subarray([...items]);
	fc.assert(
		fc.property(part(workshop.effects), part(workshop.effects), (one, other) => {
			const [there, back] = [
				compareForecasts(
					forecast({ ...workshop, effects: one }),
					forecast({ ...workshop, effects: other })
				),
				compareForecasts(
					forecast({ ...workshop, effects: other }),
					forecast({ ...workshop, effects: one })
				)
			];
			const count = (records: typeof there.records, change: string) =>
				records.filter((record) => record.change === change).length;
			expect(count(there.records, 'added')).toBe(count(back.records, 'removed'));
			expect(count(there.records, 'removed')).toBe(count(back.records, 'added'));
			expect(there.records.length).toBe(new Set(one).symmetricDifference(new Set(other)).size);
		}),
		{ seed: 17, numRuns: 40 }
	);
});
