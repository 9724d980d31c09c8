import { describe, expect, test } from 'vitest';
import { areaLead, areaTitle } from '#lib/components/area/area-title.ts';
import { figureName, scaleNote, versionName } from '#lib/components/area/figure-names.ts';
import { measuredFigures, trendsOf } from '#lib/components/area/measured-figures.ts';
import { editionsOf, profileOf, weakestPart } from '#lib/components/area/profile.ts';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import nl from '#lib/i18n/locales/nl.json' with { type: 'json' };
import { createTranslate } from '#lib/i18n/translate.ts';

const speech = { t: createTranslate('nl', nl), current: 'nl' as const };
const { t } = speech;

type Given = readonly [area: string, period: string, version: string];

function dimensions(
	[area, period, version]: Given,
	values: Record<string, number>
): AreaObservation[] {
	return Object.entries(values).map(([indicator, value]) => ({
		...{ area, period, indicator: `lbm.${indicator}`, value, status: 'ok' as const },
		version: `leefbaarometer-${version}`
	}));
}

const parts = { housing: 0.02, environment: -0.01, amenities: 0.3, cohesion: -0.05, safety: -0.15 };
const own = dimensions(['BU1', '2024', '3.0'], { ...parts, deviation: 0.11 });
const city = dimensions(['GM1', '2024', '3.0'], { ...parts, safety: -0.2, deviation: 0.06 });

describe('a profile', () => {
	test('is of one edition and year, the newest first, and only where every dimension is known', () => {
		const older = dimensions(['BU1', '2022', '3.0'], { ...parts, deviation: 0.11 });
		const residents = { housing: 0, environment: 0, amenities: 0, residents: 0, safety: 0 };
		const old = dimensions(['BU1', '2018', '2.0'], { ...residents, deviation: 0 });
		const half = dimensions(['BU1', '2020', '3.0'], { deviation: 0.1, housing: 0.1 });
		expect(editionsOf([...older, ...old, ...own, ...half, ...city], 'BU1')).toEqual([
			{ version: 'leefbaarometer-3.0', period: '2024' },
			{ version: 'leefbaarometer-3.0', period: '2022' },
			{ version: 'leefbaarometer-2.0', period: '2018' }
		]);
	});

	test('stands beside that of another area, when that has the same edition and year', () => {
		const edition = { version: 'leefbaarometer-3.0', period: '2024' };
		const areas = { area: 'BU1', reference: 'GM1' };
		expect(profileOf([...own, ...city], areas, edition)?.other?.total).toBe(0.06);
		expect(profileOf(own, areas, edition)?.other).toBeUndefined();
		expect(profileOf(city, areas, edition)).toBeUndefined();
	});

	test('is said in one sentence with its figures and edition', () => {
		const edition = { version: 'leefbaarometer-3.0', period: '2024' };
		const profile = profileOf([...own, ...city], { area: 'BU1', reference: 'GM1' }, edition);
		if (!profile) throw new Error('There is a profile.');
		expect(areaTitle(profile, 'Molenwijk', speech)).toBe(
			'Molenwijk scoort hoger dan gemiddeld in Nederland; overlast en onveiligheid drukt de score het meest'
		);
		expect(areaLead(profile, 'Waterhoven', speech)).toBe(
			'De afwijking van het Nederlandse gemiddelde is 0,11 (Leefbaarometer 3.0, 2024). In Waterhoven is dat 0,06.'
		);
		const good = { ...profile.own, parts: profile.own.parts.filter(({ value }) => value > 0) };
		expect(weakestPart(good)).toBeUndefined();
		expect(areaTitle({ own: { ...good, total: -0.01 }, other: undefined }, 'X', speech)).toBe(
			'X scoort ongeveer als gemiddeld Nederland'
		);
	});
});

describe('figures of an area', () => {
	const indicator = (version: string) => ({
		...{ key: 'lbm.class', name: 'kscore', unit: '', areas: 2, version },
		periods: ['2018', '2024']
	});
	const value = (area: string, period: string, version: string, number: number | null) => ({
		...{ area, period, version, indicator: 'lbm.class', value: number },
		status: number === null ? ('not-published' as const) : ('ok' as const)
	});
	const figures = measuredFigures(
		[indicator('leefbaarometer-2.0'), indicator('leefbaarometer-3.0')],
		[
			value('BU1', '2018', 'leefbaarometer-2.0', 5),
			value('BU1', '2022', 'leefbaarometer-3.0', 4),
			value('BU1', '2024', 'leefbaarometer-3.0', null)
		],
		[value('GM1', '2018', 'leefbaarometer-3.0', 7), value('GM1', '2022', 'leefbaarometer-3.0', 6)]
	);

	test('are compared within one edition and period only', () => {
		expect(figures.map(({ last, reference }) => [last?.value, reference?.value])).toEqual([
			[5, undefined],
			[4, 6]
		]);
	});

	test('of two editions make one trend with two lines', () => {
		expect([...trendsOf(figures)].map(([key, all]) => [key, all.length])).toEqual([
			['lbm.class', 2]
		]);
	});

	test('have names in words, with the scale of a class and the edition beside it', () => {
		expect(figureName(t, { key: 'lbm.safety', name: 'onv' })).toBe('Overlast en onveiligheid');
		expect(figureName(t, { key: 'lbm.development-class-2012', name: 'VKL1216' })).toBe(
			'Klasse van de ontwikkeling sinds 2012'
		);
		expect(figureName(t, { key: 'cbs.a_inw', name: 'a_inw' })).toBe('Inwoners');
		expect(figureName(t, { key: 'cbs.iets', name: 'Iets anders' })).toBe('Iets anders');
		expect(scaleNote(t, 'lbm.class')).not.toBe(scaleNote(t, 'lbm.class-relative'));
		expect(scaleNote(t, 'lbm.deviation')).toBeUndefined();
		expect(versionName(t, 'leefbaarometer-2.0')).toBe('Leefbaarometer 2.0');
		expect(versionName(t, 'own')).toBe('Eigen registratie');
	});
});
