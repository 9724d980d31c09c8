import { expect, test } from 'vitest';
import { findPlaces } from '#lib/components/forecast/find-places.ts';
import {
	fromArea,
	fromBoard,
	fromFile,
	matchesOf
} from '#lib/components/forecast/observed-figures.ts';
import nl from '#lib/i18n/locales/nl.json' with { type: 'json' };
import { createTranslate } from '#lib/i18n/translate.ts';
import { readImport } from '#lib/importers/read-import.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import demo from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const t = createTranslate('nl', nl);
const { indicators, workshop } = parseWorkshopValue(demo).file!;
const followed = indicators.filter(({ id }) => id === 'nuisance' || id === 'fear');
const places = findPlaces(workshop.area ?? undefined, followed, []);
const table = [
	'gebied;indicator;periode;waarde',
	'Molenwijk;Overlastmeldingen;2028;5,1',
	'Havenkwartier;Overlastmeldingen;2026;6,2',
	'Havenkwartier;Overlastmeldingen;2028;6,0',
	'Molenwijk;bang-in de EIGEN buurt;2028;18,5',
	'Molenwijk;Iets anders;2028;3'
].join('\n');
const { observations, indicators: figures } = readImport(
	new TextEncoder().encode(table),
	{ area: { code: places.own, name: workshop.area?.name ?? '' } },
	{ fileName: 'meting.csv', today: '2029-01-01', areas: places.areas }
);
const pairs = (values: readonly { period: string; value: number | null }[]) =>
	values.map(({ period, value }) => [period, value]);

test('figures of a file are found by their name, in whatever case, in both areas', () => {
	const matches = matchesOf(figures, followed, t);
	expect(matches).toEqual({
		...{ overlastmeldingen: 'nuisance', 'bang-in de eigen buurt': 'fear', 'iets anders': '' }
	});
	const [nuisance, fear] = fromFile(followed, matches, observations, {
		...{ places, source: 'meting.csv' }
	});
	expect(pairs(nuisance!.own)).toEqual([['2028', 5.1]]);
	expect(pairs(nuisance!.elsewhere)).toEqual([
		['2026', 6.2],
		['2028', 6]
	]);
	expect(pairs(fear!.own)).toEqual([['2028', 18.5]]);
	expect(nuisance).toMatchObject({ source: 'meting.csv', origin: 'file' });
});

test('observations of the board keep their own source and belong to the indicator', () => {
	const found = fromBoard(followed, indicators, t);
	const count = followed.reduce((sum, one) => sum + one.observations.length, 0);
	expect(found).toHaveLength(count);
	expect(found.every(({ origin, elsewhere }) => origin === 'board' && elsewhere.length === 0)).toBe(
		true
	);
});

test('imported figures of the area are those of the indicator with their name', () => {
	const area = { ...workshop.area!, code: 'BU05990110' };
	const known = findPlaces(area, followed, [{ code: 'BU05990320', name: 'havenkwartier' }]);
	const value = { indicator: 'overlastmeldingen', version: 'own', status: 'ok' as const };
	const listed = { key: 'overlastmeldingen', name: 'Overlastmeldingen', unit: '', version: 'own' };
	const [figure, other] = fromArea(
		followed,
		[
			{ ...listed, periods: [], areas: 1 },
			{ ...listed, key: 'x', name: 'Iets', periods: [], areas: 1 }
		],
		[
			{ ...value, area: 'BU05990110', period: '2028', value: 5.1 },
			{ ...value, area: 'BU05990320', period: '2028', value: 6 },
			{ ...value, area: 'BU00000000', period: '2028', value: 9 }
		],
		{ places: known, t }
	);
	expect(figure).toMatchObject({ indicatorId: 'nuisance', origin: 'area' });
	expect([pairs(figure!.own), pairs(figure!.elsewhere)]).toEqual([[['2028', 5.1]], [['2028', 6]]]);
	expect(other).toBeUndefined();
});

test('a name that may be two areas is not guessed', () => {
	const twice = ['BU05990320', 'WK059903'].map((code) => ({ code, name: 'Havenkwartier' }));
	const { elsewhere } = findPlaces(undefined, followed, twice);
	expect(twice.map(({ code }) => code)).not.toContain(elsewhere('Havenkwartier'));
});
