import { describe, expect, test } from 'vitest';
import { editionOf, holdsEdition, mixedEditions } from '#lib/domain/area/edition.ts';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { measuredValues } from '#lib/domain/critic/reading/observations.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import { newIndicator } from '#lib/domain/indicator.ts';

function indicator(...values: readonly [period: string, source: string | null][]) {
	const observations = values.map(([period, source], place) => ({ period, source, value: place }));
	return newIndicator('safety', { name: 'Veiligheid', observations });
}

describe('the edition of a measurement on the board', () => {
	test('is read from its source, in both languages', () => {
		expect(editionOf('Leefbaarometer 2.0')).toBe('leefbaarometer-2.0');
		expect(editionOf('CBS, StatLine')).toBe(editionOf('Statistics Netherlands, StatLine'));
		expect(editionOf('CBS')).not.toBe(editionOf('CBS, open data'));
		expect(editionOf('eigen telling')).toBeUndefined();
		expect(editionOf(null)).toBeUndefined();
	});

	test('keeps figures of another edition out of the indicator', () => {
		const followed = indicator(['2018', 'Leefbaarometer 2.0']);
		expect(holdsEdition(followed, 'leefbaarometer-2.0')).toBe(true);
		expect(holdsEdition(followed, 'leefbaarometer-3.0')).toBe(false);
		expect(holdsEdition(followed, 'own')).toBe(false);
		expect(holdsEdition(indicator(), 'leefbaarometer-3.0')).toBe(true);
		expect(holdsEdition(indicator(['2018', 'telling']), 'leefbaarometer-3.0')).toBe(false);
		expect(holdsEdition(indicator(['2018', 'telling']), 'own')).toBe(true);
	});

	test('is told where two were mixed, the newest first; other measurements are left where they are', () => {
		const mixed = indicator(
			['2018', 'Leefbaarometer 2.0'],
			['2020', 'Leefbaarometer 3.0'],
			['2021', 'telling']
		);
		expect(
			mixedEditions(mixed).map(({ source, observations }) => [source, observations.length])
		).toEqual([
			['Leefbaarometer 3.0', 1],
			['Leefbaarometer 2.0', 1]
		]);
		expect(mixedEditions(indicator(['2018', 'Leefbaarometer 2.0'], ['2019', null]))).toEqual([]);
	});

	test('is never crossed by the critic, who compares within the newest', () => {
		const mixed = indicator(
			['2016', 'Leefbaarometer 2.0'],
			['2018', 'Leefbaarometer 2.0'],
			['2020', 'Leefbaarometer 3.0']
		);
		expect(measuredValues(mixed).map(({ value }) => value)).toEqual([2]);
	});
});

test('a norm of one edition is no norm for an effect that is held to another', () => {
	const of = (edition: string, norm: number | null) => ({
		...{ name: `Veiligheid (${edition})`, source: 'leefbaarometer' as const, norm },
		observations: [{ period: '2018', value: 0.1, source: `Leefbaarometer ${edition}` }]
	});
	const asked = (indicatorId: string) =>
		criticise(
			drawWorkshop({
				indicators: [of('2.0', 0.2), of('3.0', null)],
				effects: [{ indicatorId, dimension: 'safety' }]
			})
		)
			.findings.filter(({ rule }) => rule === 'M06')
			.map(({ target }) => [target.id, target.field]);
	expect(asked('indicator')).toEqual([]);
	expect(asked('indicator-2')).toEqual([['indicator-2', 'norm']]);
});
