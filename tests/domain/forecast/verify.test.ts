import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	sealedText,
	type ForecastContent,
	type SealedForecast
} from '#lib/domain/forecast/forecast.ts';
import { heldTo } from '#lib/domain/forecast/held-to.ts';
import { verifyForecasts } from '#lib/domain/forecast/verify.ts';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { evaluationReport } from '#lib/domain/valuation/report.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const workshop = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;
const engine = createEngine({ samplesPerReplicate: 64, replicates: 1 });
const { comparison: _, ...outcomes } = evaluationReport(engine, lastOf(engine.settle(workshop)));

const stated = {
	indicatorId: workshop.indicators[0]!.id,
	date: '2028-10-01',
	baseline: 6.5,
	expected: { low: 6.4, likely: 6.5, high: 6.7 },
	confidence: 0.8,
	withoutPlan: null,
	source: 'Wijkenquête'
};

function seal(number: number, previous: string | null): SealedForecast {
	const scenarioId = workshop.scenarios[0]!.id;
	const content: ForecastContent = {
		format: 'tegenwicht/forecast',
		version: 1,
		number,
		previous,
		sealedAt: '2026-12-20T15:00:00.000Z',
		scenarioId,
		workshop,
		expectations: heldTo(workshop, scenarioId, [stated]),
		outcomes,
		open: { findings: [], challengeIds: [], reason: '' },
		signOffs: [{ partyId: workshop.parties[0]!.id, verdict: 'agree', reason: '' }]
	};
	return { content, sha256: sha256(sealedText(content)) };
}

const first = seal(1, null);
const second = seal(2, first.sha256);
const both = { forecasts: [first, second] };
const pathsOf = (value: unknown) =>
	verifyForecasts(JSON.stringify(value), sha256).problems.map(({ path }) => path);

test('a forecast that nobody touched is as it was sealed, however the file is laid out', () => {
	expect(pathsOf(first)).toEqual([]);
	expect(verifyForecasts(JSON.stringify(both, undefined, 4), sha256)).toEqual({
		forecasts: [
			{ number: 1, sha256: first.sha256, computed: first.sha256, previous: null },
			{ number: 2, sha256: second.sha256, computed: second.sha256, previous: first.sha256 }
		],
		problems: []
	});
});

test('a change of any one value in the content is found', () => {
	const leaves = leavesOf(first.content);
	fc.assert(
		fc.property(fc.constantFrom(...leaves), (path) => {
			const changed = structuredClone(first);
			changeAt(changed.content, path);
			expect(pathsOf(changed).length).toBeGreaterThan(0);
		}),
		{ seed: 31, numRuns: 60 }
	);
});

test('a forecast that is taken out of the row, put in another place or sealed apart is found', () => {
	expect(pathsOf({ forecasts: [second, first] })).toContain('forecasts.1.content.previous');
	expect(pathsOf({ forecasts: [first, seal(3, second.sha256)] })).toEqual([
		'forecasts.1.content.number',
		'forecasts.1.content.previous'
	]);
	expect(pathsOf({ forecasts: [first, seal(2, null)] })).toEqual(['forecasts.1.content.previous']);
});

test('a long row of forecasts, larger than a workshop file may be, is verified, and one changed digit found', () => {
	const row: SealedForecast[] = [];
	for (let size = 0; size < 6_000_000; size += JSON.stringify(row.at(-1)).length) {
		row.push(seal(row.length + 1, row.at(-1)?.sha256 ?? null));
	}
	expect(pathsOf({ forecasts: row })).toEqual([]);
	const place = row.length >> 1;
	const broken = structuredClone(row);
	changeAt(broken[place]!.content, ['expectations', 0, 'stated', 'baseline']);
	expect(pathsOf({ forecasts: broken })).toEqual([
		`forecasts.${place}.sha256`,
		`forecasts.${place + 1}.content.previous`
	]);
});

test('a file that is something else is refused with its place', () => {
	expect(pathsOf({})).toContain('content');
	expect(pathsOf({ forecasts: [first, {}] })).toContain('forecasts.1.content');
	expect(verifyForecasts('no json', sha256).problems).toHaveLength(1);
});

test('what is looked back at without a stated value stays in the list', () => {
	const scenario = workshop.scenarios.find(({ reviews }) => reviews.length > 0)!;
	const asked = scenario.reviews.flatMap(({ date, indicatorIds }) =>
		indicatorIds.map((id) => `${id} ${date}`)
	);
	expect(asked.length).toBeGreaterThan(0);
	const places = heldTo(workshop, scenario.id, []).map(
		({ indicatorId, date, stated: value }) => `${indicatorId} ${date}${value ? ' stated' : ''}`
	);
	expect(places).toEqual([...new Set(asked)]);
	expect(heldTo(workshop, 'do-nothing', [stated])).toEqual([]);
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
	if (typeof value !== 'object' || value === null) return [path];
	return Object.entries(value).flatMap(([key, part]) =>
		leavesOf(part, [...path, Array.isArray(value) ? Number(key) : key])
	);
}

function changeAt(value: unknown, path: Path): void {
	const last = path.at(-1)!;
	const parent = path.slice(0, -1).reduce((at, key) => (at as never)[key], value) as never;
	const before: unknown = parent[last];
	const after = typeof before === 'number' ? before + 1 : `${String(before)}!`;
	Object.assign(parent, { [last]: after });
}
