import { beforeAll, describe, expect, test } from 'vitest';
import type { Tongue } from '#lib/components/arena/number-text.ts';
import { cellWith } from '#lib/components/results/matrix.ts';
import type { ComparisonRow } from '#lib/components/scenario/comparison.ts';
import { comparisonLead, comparisonTitle } from '#lib/components/scenario/scenario-sentences.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';

let nl: Tongue;
let en: Tongue;

beforeAll(async () => {
	nl = { current: 'nl', t: createTranslate('nl', await loadMessages('nl')) };
	en = { current: 'en', t: createTranslate('en', await loadMessages('en')) };
});

/** One scenario with its chance to be best and what it is worth after correction; no chance is no euros. */
type Given = { title: string; chance?: number; corrected?: number };

function point(mean: number) {
	return { mean, p5: mean, p25: mean, p50: mean, p75: mean, p95: mean };
}

function row(id: string, { title, chance, corrected = 0 }: Given): ComparisonRow {
	const inEuros = chance !== undefined;
	return {
		...{ id, title, adopted: false, measures: 1, pilots: 0, paybackYear: null },
		...{ cost: cellWith(undefined), benefit: cellWith(undefined), harm: cellWith(undefined) },
		net: cellWith(inEuros ? point(0) : undefined),
		corrected: inEuros ? point(corrected) : undefined,
		compared: inEuros ? { id, chanceBest: chance, expectedRegret: 0 } : undefined
	};
}

function rows(doNothing: number | undefined, ...scenarios: Given[]): ComparisonRow[] {
	return [
		row('do-nothing', { title: 'Niets doen', chance: doNothing }),
		...scenarios.map((given, place) => row(`s${place}`, given))
	];
}

const settings = { horizonYears: 10, priceYear: 2026, discountRate: 0.0225 };

describe('the title is a conclusion for every shape of content', () => {
	test.each<[string, ComparisonRow[], string]>([
		['no scenario', rows(1), 'Welke maatregelen horen bij elkaar?'],
		[
			'nothing in euros',
			rows(1, { title: 'Plan' }, { title: 'Ander plan' }),
			'Nog niets in deze scenario’s staat in euro’s.'
		],
		[
			'one that wins on wishes',
			rows(
				0.37,
				{ title: 'Stenen eerst', chance: 0, corrected: -7e6 },
				{ title: 'Mensen eerst', chance: 0.63, corrected: -8e5 }
			),
			'Mensen eerst is in euro’s vaak het beste, maar alleen als de wensen uitkomen.'
		],
		[
			'one that wins anyhow',
			rows(0.02, { title: 'Mensen eerst', chance: 0.98, corrected: 5 }),
			'Mensen eerst is in euro’s bijna zeker het beste.'
		],
		[
			'one that just wins',
			rows(0.45, { title: 'Plan', chance: 0.55, corrected: 5 }),
			'Plan is in euro’s iets vaker het beste.'
		],
		[
			'doing nothing',
			rows(0.9, { title: 'Plan', chance: 0.1, corrected: -5 }),
			'Niets doen is in euro’s vaak het beste.'
		],
		[
			'none above one half',
			rows(0.3, { title: 'A', chance: 0.4 }, { title: 'B', chance: 0.3 }),
			'Het is nog niet te zeggen welk scenario in euro’s het beste is.'
		],
		[
			'a copy beside its original',
			rows(0, { title: 'A', chance: 0.5, corrected: 5 }, { title: 'B', chance: 0.5, corrected: 5 }),
			'Het is nog niet te zeggen welk scenario in euro’s het beste is.'
		],
		[
			'one in euros beside one that is not',
			rows(0.1, { title: 'A', chance: 0.9, corrected: 5 }, { title: 'B' }),
			'A is in euro’s vaak het beste.'
		]
	])('%s', (_, given, title) => {
		expect(comparisonTitle(given, nl)).toBe(title);
	});

	test('also in English', () => {
		const given = rows(0.3, { title: 'People first', chance: 0.7, corrected: -1 });
		expect(comparisonTitle(given, en)).toBe(
			'People first is often the best in euros, but only if the wishes come true.'
		);
	});
});

describe('the sentence under it', () => {
	const wishful = rows(0.3, { title: 'Plan', chance: 0.7, corrected: -1 });

	test('says what correction does, the years, the price year, the rate and what is left out', () => {
		expect(comparisonLead({ rows: wishful, leftOut: 2 }, settings, nl)).toBe(
			'Haal wensdenken eruit en Niets doen is voordeliger. Dit is over 10 jaar, in euro’s van 2026, met een discontovoet van 2,25%. 2 dingen staan niet in euro’s en zitten in geen som: bekijk die apart.'
		);
	});

	test('speaks of no euros where there are none, and counts what is below', () => {
		const lead = comparisonLead({ rows: rows(1, { title: 'Plan' }), leftOut: 3 }, settings, en);
		expect(lead).toBe('3 things are not in euros. They are below, per scenario.');
	});

	test('says so when the outcomes are too close', () => {
		const close = rows(0.34, { title: 'A', chance: 0.33 }, { title: 'B', chance: 0.33 });
		expect(comparisonLead({ rows: close, leftOut: 0 }, settings, en)).toMatch(
			/^The outcomes are too close .* Nothing is left out of the sums\.$/
		);
	});
});
