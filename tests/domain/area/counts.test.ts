import { describe, expect, test } from 'vitest';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { countsIn } from '#lib/domain/area/counts.ts';

type Given = { name?: string; unit?: string; source?: string; version?: string };

function isCount(values: readonly (number | null)[], given: Given = {}): boolean {
	const { name = 'Overlastmeldingen', unit = '', source = 'own-wide', version = 'own' } = given;
	const observations = values.map((value, place): AreaObservation => ({
		...{ area: 'BU05990110', period: `${2020 + place}`, indicator: 'i', version, value },
		status: value === null ? 'missing' : 'ok'
	}));
	const counted = countsIn({ source, indicators: [{ key: 'i', name, unit }], observations });
	return observations.every(counted);
}

describe('a figure of a registration', () => {
	test('counts when its unit says so, in either language', () => {
		for (const unit of ['aantal', ' Aantal ', 'count', 'number']) {
			expect(isCount([3, 4.5], { unit })).toBe(true);
		}
	});

	test('counts without a unit when all its values are whole', () => {
		expect(isCount([3, 40, null, 0])).toBe(true);
		expect(isCount([3, 4.5])).toBe(false);
		expect(isCount([3, -4])).toBe(false);
	});

	test.each(['%', 'euro', '1-10'])('does not count with the unit %s', (unit) => {
		expect(isCount([3, 4], { unit })).toBe(false);
	});

	test.each([
		...['Rapportcijfer', 'Leefbaarheidsscore', 'klasse', 'overlast per 100 woningen'],
		...['gem_leeftijd', 'Gemiddelde huur', 'mutatiegraad']
	])('does not count when its name is %s', (name) => {
		expect(isCount([3, 4], { name })).toBe(false);
	});

	test('always counts when it is a list of events', () => {
		expect(isCount([3], { source: 'own-events', unit: 'woningen' })).toBe(true);
	});
});

test('a published figure is left as who published it gives it', () => {
	const published = { source: 'cbs-key-figures', version: 'cbs-key-figures', name: 'Inwoners' };
	expect(isCount([3, 4], published)).toBe(false);
});
