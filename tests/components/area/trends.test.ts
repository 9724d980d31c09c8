import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MeasuredFigure } from '#lib/components/area/measured-figures.ts';
import { trendsToDraw } from '#lib/components/area/trends.ts';

const keys = ['lbm.deviation', 'lbm.safety', 'meldingen'];
const editions = ['leefbaarometer-2.0', 'leefbaarometer-3.0', 'leefbaarometer-4.0'];

function figure(key: string, version: string, periods = ['2016', '2018']): MeasuredFigure {
	const observations = periods.map((period, place) => ({
		...{ area: 'BU05990110', period, indicator: key, version },
		...{ value: place / 10, status: 'ok' as const }
	}));
	const indicator = { ...{ key, version, name: key, unit: '', areas: 1 }, periods };
	return { indicator, observations, last: observations.at(-1), reference: undefined };
}

/** The indicators on the board, by figure and edition: a norm, or null where none was agreed. */
function followingOf(norms: Readonly<Record<string, number | null>>) {
	return ({ indicator: { key, version } }: MeasuredFigure) => {
		const norm = norms[`${key} ${version}`];
		return norm === undefined ? undefined : { norm };
	};
}

const [older = '', newer = ''] = editions;
const both = [figure('lbm.safety', older), figure('lbm.safety', newer)];

describe('a norm', () => {
	test('of one edition is never drawn over the line of another', () => {
		const trends = trendsToDraw(both, followingOf({ [`lbm.safety ${older}`]: 0.2 }));
		expect(trends.map(({ versions, norm }) => [versions, norm])).toEqual([
			[[older], 0.2],
			[[newer], null]
		]);
	});

	test('of each edition is drawn at its own', () => {
		const norms = { [`lbm.safety ${older}`]: 0.2, [`lbm.safety ${newer}`]: 0.1 };
		const trends = trendsToDraw(both, followingOf(norms));
		expect(trends.map(({ versions, norm }) => [versions, norm])).toEqual([
			[[older], 0.2],
			[[newer], 0.1]
		]);
	});

	test('stands in a picture of one edition alone, whatever is known and followed', () => {
		const known = fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...editions)), {
			selector: (pair) => pair.join(' ')
		});
		const norms = fc.dictionary(
			fc.constantFrom(...keys.flatMap((key) => editions.map((edition) => `${key} ${edition}`))),
			fc.option(fc.double({ min: -1, max: 1, noNaN: true }))
		);
		fc.assert(
			fc.property(known, norms, (pairs, agreed) => {
				const figures = pairs.map(([key, version]) => figure(key, version));
				const trends = trendsToDraw(figures, followingOf(agreed));
				const drawn = trends.flatMap(({ observations }) => observations);
				expect(drawn.length).toBe(2 * figures.length);
				for (const { key, norm, observations } of trends) {
					if (norm === null) continue;
					const versions = new Set(observations.map(({ version }) => version));
					expect([...versions].map((version) => agreed[`${key} ${version}`])).toEqual([norm]);
				}
			}),
			{ seed: 20261128 }
		);
	});
});

describe('without a norm', () => {
	test('the editions of a figure stand in one picture, each with a line of its own', () => {
		const trends = trendsToDraw(both, followingOf({ [`lbm.safety ${newer}`]: null }));
		expect(trends).toMatchObject([{ versions: [older, newer], norm: null, isFollowed: true }]);
	});

	test('what is followed comes first, and what has one period is no trend', () => {
		const figures = [
			...[figure('lbm.deviation', newer), figure('meldingen', 'own')],
			figure('lbm.safety', newer, ['2024'])
		];
		const trends = trendsToDraw(figures, followingOf({ 'meldingen own': null }));
		expect(trends.map(({ key }) => key)).toEqual(['meldingen', 'lbm.deviation']);
	});
});
