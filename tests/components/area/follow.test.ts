import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { follow, followedAs, mixedIndicators, splitEditions } from '#lib/components/area/follow.ts';
import { openArena, startDemo, type OpenArena } from '../arena/workshop.ts';

let arena: OpenArena;
beforeAll(async () => {
	arena = await openArena(await startDemo());
}, 120_000);
afterAll(async () => {
	await arena.close();
	await arena.server.stop();
});

function figure(edition: string, periods: readonly string[]) {
	const version = `leefbaarometer-${edition}`;
	const observations = periods.map((period, place) => ({
		...{ area: 'BU1', period, indicator: 'lbm.safety', value: place / 10, status: 'ok' as const },
		version
	}));
	const named = { key: 'lbm.safety', name: 'Overlast en onveiligheid', unit: '', version };
	return { ...named, observations, source: `Leefbaarometer ${edition}`, comparisonArea: null };
}

const older = figure('2.0', ['2016', '2018']);
const newer = figure('3.0', ['2018', '2020']);

function onBoard() {
	return arena.session.content.indicators
		.filter(({ name }) => name.startsWith(older.name))
		.map(({ name, observations }) => [
			name,
			observations.map(({ period, source }) => `${period} ${source}`)
		]);
}

describe('figures that are followed', () => {
	test('of two editions with one name are two indicators, each with its own measurements', () => {
		for (const one of [older, newer, older, newer]) follow(arena.session, one, 'nl');
		expect(onBoard()).toEqual([
			['Overlast en onveiligheid', ['2016 Leefbaarometer 2.0', '2018 Leefbaarometer 2.0']],
			[
				'Overlast en onveiligheid (Leefbaarometer 3.0)',
				['2018 Leefbaarometer 3.0', '2020 Leefbaarometer 3.0']
			]
		]);
		const { indicators } = arena.session.content;
		expect(followedAs(indicators, older)?.id).not.toBe(followedAs(indicators, newer)?.id);
		arena.session.undo();
		arena.session.undo();
	});

	test('and were mixed in one indicator are taken apart in one step, that can be undone', () => {
		const { session } = arena;
		const before = session.content.indicators.length;
		const id = session.change((board) =>
			board.addIndicator({
				...{ name: 'Gemengd', norm: 0.2 },
				observations: [
					{ period: '2016', value: 1, source: 'Leefbaarometer 2.0' },
					{ period: '2018', value: 2, source: 'Leefbaarometer 3.0' },
					{ period: '2019', value: 3, source: 'eigen telling' }
				]
			})
		);
		const [mixed] = mixedIndicators(session.content.indicators);
		if (!mixed) throw new Error('The editions are mixed.');
		splitEditions(session, mixed);
		expect(mixedIndicators(session.content.indicators)).toEqual([]);
		const [kept, apart] = session.content.indicators.filter(({ name }) =>
			name.startsWith('Gemengd')
		);
		expect([kept?.id, kept?.norm, kept?.observations.map(({ period }) => period)]).toEqual([
			...[id, 0.2],
			['2018', '2019']
		]);
		expect([apart?.name, apart?.norm, apart?.observations]).toEqual([
			...['Gemengd (Leefbaarometer 2.0)', null],
			[{ period: '2016', value: 1, source: 'Leefbaarometer 2.0' }]
		]);
		session.undo();
		expect(session.content.indicators).toHaveLength(before + 1);
		expect(mixedIndicators(session.content.indicators)).toHaveLength(1);
	});
});
