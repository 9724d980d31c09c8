import { expect, test } from 'vitest';
import { followedIn } from '#lib/components/forecast/followed.ts';
import {
	betweenSentence,
	figureSentence,
	monitorTitle,
	recordSentence
} from '#lib/components/forecast/monitor-sentences.ts';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import type { Measurement } from '#lib/domain/forecast/measurement.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import nl from '#lib/i18n/locales/nl.json' with { type: 'json' };
import demo from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const workshop = parseWorkshopValue(demo).file!;
const { id: indicatorId, name } = workshop.indicators.find(({ source }) => source === 'own')!;
const ofTheLeefbaarometer = workshop.indicators.find(({ source }) => source === 'leefbaarometer')!;
const tongue = { t: createTranslate('nl', nl), current: 'nl' as const };
const stated = {
	...{ baseline: 6, confidence: 0.8, withoutPlan: null, source: '' },
	expected: { low: 6.5, likely: 7, high: 7.5 }
};
const content = {
	sealedAt: '2026-12-20T15:00:00.000Z',
	workshop,
	expectations: ['2028-10-01', '2030-10-01'].map((date) => ({
		...{ indicatorId, date, owner: 'gebiedsmanager', comparisonArea: null, stated }
	}))
} as unknown as ForecastContent;
const measured = (period: string, value: number, comparison: Measurement['comparison'] = null) => ({
	...{ indicatorId, period, value, source: 'Enquête', comparison, explanation: '' },
	origin: 'hand' as const
});

const statesOn = (today: string, ...measurements: ReturnType<typeof measured>[]) =>
	followedIn(content, measurements, today)[0]!.outcomes.map(({ state }) => state);

test('a date that has passed without a measurement is due, a later one is still to come', () => {
	expect(statesOn('2028-10-01')).toEqual(['due', 'later']);
	expect(statesOn('2031-01-01')).toEqual(['due', 'due']);
});

test('a measurement counts from its date on, inside, below or above what was expected', () => {
	expect(statesOn('2028-09-30', measured('2028', 7))).toEqual(['later', 'later']);
	const all = [measured('2028', 7.5), measured('2030', 6.4)];
	expect(statesOn('2031-01-01', ...all)).toEqual(['inside', 'below']);
	expect(statesOn('2031-01-01', measured('2028', 7.6))).toEqual(['above', 'due']);
});

test('the part that came is told only where it is known how things stood', () => {
	const [figure] = followedIn(content, [measured('2028', 6.5)], '2029-01-01');
	expect(figure!.outcomes.map(({ realised }) => realised)).toEqual([0.5, undefined]);
});

test('the comparison area has a line from where it stood, and its change is taken off', () => {
	const measurements = [measured('2028', 6.5, { before: 6, after: 6.2 }), measured('2030', 7)];
	const [figure] = followedIn(content, measurements, '2031-01-01');
	const [first, second] = figure!.fan.comparison;
	expect(figure!.fan.comparison).toHaveLength(2);
	expect(first!.x).toBe(figure!.fan.sealedX);
	expect(second!.x).toBe(figure!.fan.measured[0]!.x);
	expect(second!.y).toBeLessThan(first!.y);
	expect(figure!.outcomes.map(({ anyway }) => anyway)).toEqual(['comparison', 'unknown']);
	expect(figure!.outcomes[0]!.realised).toBeCloseTo(0.3, 12);
	expect(followedIn(content, [measured('2028', 7)], '2031-01-01')[0]!.fan.comparison).toEqual([]);
});

test('a change of the Leefbaarometer alone is not held against the plan', () => {
	const { id } = ofTheLeefbaarometer;
	const ofIt = {
		...content,
		expectations: content.expectations.map((one) => ({ ...one, indicatorId: id }))
	};
	const alone = { ...measured('2028', 6.5), indicatorId: id };
	const beside = { ...measured('2030', 6.5, { before: 6, after: 6.2 }), indicatorId: id };
	const { outcomes } = followedIn(ofIt, [alone, beside], '2031-01-01')[0]!;
	expect(outcomes.map(({ speaks }) => speaks)).toEqual([false, true]);
	expect(outcomes[0]!.realised).toBeUndefined();
	expect(outcomes[1]!.realised).toBeCloseTo(0.3, 12);
});

test('what was measured where nothing was expected is not lost', () => {
	const [figure] = followedIn(content, [measured('2029', 6.1), measured('2028', 7)], '2031-01-01');
	expect(figure!.between.map(({ period }) => period)).toEqual(['2029']);
	expect(figure!.fan.between.map(({ value }) => value)).toEqual([6.1]);
	expect(betweenSentence(figure!.between, tongue)).toContain('2029: 6,1');
});

test('the title says what came, and a figure what its last measurement was', () => {
	const title = (...measurements: ReturnType<typeof measured>[]) =>
		monitorTitle(followedIn(content, measurements, '2031-01-01'), tongue);
	expect(monitorTitle([], tongue)).toBe('Bij het vastzetten was er niets gezegd om te meten.');
	expect(title()).toBe('Er is nog niets gemeten van de 2 verwachtingen.');
	expect(title(measured('2028', 7))).toBe('De ene meting viel binnen wat u verwachtte.');
	expect(title(measured('2028', 8))).toBe('De ene meting viel buiten wat u verwachtte.');
	const both = [measured('2028', 7), measured('2030', 6)];
	expect(title(...both)).toBe('1 van de 2 metingen viel binnen wat u verwachtte.');
	const [figure] = followedIn(content, both, '2031-01-01');
	expect(figureSentence(figure!, tongue)).toBe(`${name}: lager dan verwacht`);
});

test('a record of fewer than ten outcomes says that it is too few', () => {
	expect(recordSentence(calibrate([]), tongue)).toBe(
		'Nog geen uitkomsten. Vanaf 10 laten we zien hoe goed deze organisatie schat.'
	);
});
