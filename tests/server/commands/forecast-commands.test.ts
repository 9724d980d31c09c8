import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { verifyForecasts } from '#lib/domain/forecast/verify.ts';
import { sha256 } from '#lib/server/forecasts/seal.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Created, Visitor } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);
const demo = JSON.parse(readFileSync(new URL('demo-molenwijk.nl.json', fixtures), 'utf8'));
const scenario = demo.scenarios.find(
	({ reviews }: { reviews: readonly unknown[] }) => reviews.length > 0
);
const [review] = scenario.reviews;
const [indicatorId] = review.indicatorIds;
const expected = { low: 6.4, likely: 6.6, high: 6.9 };
const stated = { indicatorId, date: review.date, baseline: 6.5, expected, confidence: 0.8 };

let server: RunningServer;
let anna: Visitor;
let bea: Visitor;
let workshop: Created;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start(demo);
	bea = server.visitor();
	await bea.join(workshop.links.participant, { name: 'Bernadette', partyId: demo.parties[0].id });
});

const session = async (visitor = anna) =>
	(await visitor.get(`/api/workshops/${workshop.id}/session`)).json;
const seal = (more: object = {}) =>
	anna.command(workshop.id, {
		...{ type: 'seal-forecast', scenarioId: scenario.id, reason: 'De wethouder wil beginnen.' },
		...more
	});
const exported = async () => (await anna.get(`/api/workshops/${workshop.id}/forecasts`)).text;

describe('what is expected', () => {
	test('is stated per figure and date, replaced by who states it again, and taken back', async () => {
		await bea.command(workshop.id, { type: 'set-expectation', ...stated });
		await anna.command(workshop.id, { type: 'set-expectation', ...stated, confidence: 0.9 });
		expect((await session()).expectations).toMatchObject([{ ...stated, confidence: 0.9 }]);
		const place = { indicatorId, date: review.date };
		await bea.command(workshop.id, { type: 'remove-expectation', ...place });
		expect((await session()).expectations).toEqual([]);
		const again = await bea.command(workshop.id, { type: 'remove-expectation', ...place });
		expect(again.status).toBe(404);
	});

	test.each([
		['a lowest value above the best guess', { expected: { low: 7, likely: 6.6, high: 6.9 } }, 400],
		['less than even confidence', { confidence: 0.3 }, 400],
		['a figure that is not on the board', { indicatorId: 'gone' }, 404]
	])('with %s is refused', async (_, wrong, status) => {
		const answer = await bea.command(workshop.id, { type: 'set-expectation', ...stated, ...wrong });
		expect(answer.status).toBe(status);
		expect((await session()).expectations).toEqual([]);
	});
});

describe('signing off', () => {
	const signOff = { type: 'sign-off', scenarioId: scenario.id };

	test('is done for one’s party, and a concern needs its reason', async () => {
		const bare = await bea.command(workshop.id, { ...signOff, verdict: 'concern' });
		expect([bare.status, bare.json.error.path]).toEqual([400, 'reason']);
		const reason = 'De planning is krap.';
		await bea.command(workshop.id, { ...signOff, verdict: 'concern', reason });
		expect((await session()).signOffs).toMatchObject([
			{ scenarioId: scenario.id, partyId: demo.parties[0].id, verdict: 'concern', reason }
		]);
	});

	test('again replaces one’s own say', async () => {
		await bea.command(workshop.id, { ...signOff, verdict: 'disagree', reason: 'Te duur.' });
		await bea.command(workshop.id, { ...signOff, verdict: 'agree' });
		expect((await session()).signOffs).toMatchObject([{ verdict: 'agree' }]);
	});
});

describe('sealing', () => {
	test('with unanswered questions asks for a typed reason and names what is open', async () => {
		const answer = await seal({ reason: '' });
		expect([answer.status, answer.json.error.code]).toEqual([409, 'unanswered']);
		expect(answer.json.open.findings.length).toBeGreaterThan(0);
		expect(await exported()).toBe('{"forecasts":[]}\n');
	});

	test('keeps file, outcomes, expectations, sign-offs and what was open, without a name', async () => {
		await bea.command(workshop.id, { type: 'set-expectation', ...stated });
		const verdict = { verdict: 'disagree', reason: 'Te duur.' };
		await bea.command(workshop.id, { type: 'sign-off', scenarioId: scenario.id, ...verdict });
		const { json } = await seal();
		expect(json).toEqual({ number: 1, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
		const text = await exported();
		const [{ content }] = JSON.parse(text).forecasts;
		expect(content.workshop.effects).toHaveLength(demo.effects.length);
		expect(content.outcomes.engine.samples).toBe(16_384);
		expect(content.outcomes.scenarios.map(({ id }: { id: string }) => id)).toEqual([
			'do-nothing',
			scenario.id
		]);
		const [first] = content.expectations;
		expect(first).toMatchObject({ indicatorId, date: review.date, owner: review.owner });
		expect(first.stated).toMatchObject({ expected, confidence: 0.8, withoutPlan: null });
		expect(content.signOffs).toEqual([{ partyId: demo.parties[0].id, ...verdict }]);
		expect(content.open.reason).toBe('De wethouder wil beginnen.');
		expect(content.open.findings.length).toBeGreaterThan(0);
		expect(text).not.toContain('Bernadette');
		expect((await session()).seals).toMatchObject([{ number: 1, sha256: json.sha256 }]);
	});

	test('again chains to the one before, and the export proves itself', async () => {
		await seal();
		await bea.command(workshop.id, { type: 'set-expectation', ...stated });
		await seal();
		const { forecasts, problems } = verifyForecasts(await exported(), sha256);
		expect(problems).toEqual([]);
		expect(forecasts.map(({ number }) => number)).toEqual([1, 2]);
		expect(forecasts[1]?.previous).toBe(forecasts[0]?.sha256);
	});

	test('by a command that comes again seals once', async () => {
		const one = await seal({ id: 'retry' });
		expect((await seal({ id: 'retry' })).json).toEqual(one.json);
		expect(JSON.parse(await exported()).forecasts).toHaveLength(1);
	});

	test('is for the facilitator, and not before the group decides', async () => {
		const byBea = await bea.command(workshop.id, {
			type: 'seal-forecast',
			scenarioId: scenario.id
		});
		expect(byBea.status).toBe(403);
	});

	test('does nothing of what is not there is refused', async () => {
		expect((await seal({ scenarioId: 'do-nothing' })).status).toBe(404);
		expect((await seal({ scenarioId: 'gone' })).status).toBe(404);
	});
});

describe('a sealed forecast', () => {
	beforeEach(async () => void (await seal()));

	test.each(['PUT', 'PATCH', 'DELETE'])('answers 409 to %s, whoever asks', async (method) => {
		const before = await exported();
		for (const visitor of [anna, bea]) {
			const path = `/api/workshops/${workshop.id}/forecasts/1`;
			const { status, json } = await visitor.request(method, path, '{"content":{}}');
			expect([status, json.error.code]).toEqual([409, 'sealed']);
		}
		expect(await exported()).toBe(before);
	});

	test('is not touched by a command that names it', async () => {
		const before = await exported();
		for (const type of ['unseal-forecast', 'remove-forecast', 'set-forecast']) {
			expect((await anna.command(workshop.id, { type, number: 1 })).status).toBe(400);
		}
		expect(await exported()).toBe(before);
	});

	test.each([
		['changed', "UPDATE forecasts SET text = '{}'"],
		['given another hash', "UPDATE forecasts SET sha256 = 'x'"],
		['moved to another number', 'UPDATE forecasts SET number = 9'],
		['deleted', 'DELETE FROM forecasts'],
		[
			'followed by one that does not hold on to it',
			"INSERT INTO forecasts SELECT NULL, 'x', workshop_id, 2, text, 'x', 'x', sealed_at FROM forecasts"
		],
		[
			'followed by one that leaves a number out',
			"INSERT INTO forecasts SELECT NULL, 'x', workshop_id, 3, text, 'x', sha256, sealed_at FROM forecasts"
		],
		[
			'preceded by one',
			"INSERT INTO forecasts SELECT NULL, 'x', workshop_id, 0, text, 'x', NULL, sealed_at FROM forecasts"
		],
		[
			'changed in place when it comes again',
			"INSERT INTO forecasts SELECT * FROM forecasts WHERE true ON CONFLICT DO UPDATE SET text = '{}'"
		],
		[
			'replaced',
			"INSERT OR REPLACE INTO forecasts SELECT row, id, workshop_id, number, '{}', sha256, previous, sealed_at FROM forecasts"
		]
	])('is not %s by SQL on the database itself', async (_, statement) => {
		const before = await exported();
		const database = new DatabaseSync(join(server.directory, 'tegenwicht.db'));
		try {
			expect(() => database.exec(statement)).toThrow(/sealed forecast can not/);
		} finally {
			database.close();
		}
		expect(await exported()).toBe(before);
	});

	test('that was changed after somebody took the locks off shows it in what is exported', async () => {
		const database = new DatabaseSync(join(server.directory, 'tegenwicht.db'));
		try {
			const lock = "SELECT sql FROM sqlite_schema WHERE name = 'forecasts_never_change'";
			const { sql } = database.prepare(lock).get() as { sql: string };
			database.exec('DROP TRIGGER forecasts_never_change');
			database.exec("UPDATE forecasts SET text = replace(text, 'Molenwijk', 'Molenwyk')");
			database.exec(sql);
		} finally {
			database.close();
		}
		const { problems } = verifyForecasts(await exported(), sha256);
		expect(problems).toEqual([
			{
				path: 'forecasts.0.sha256',
				message: expect.stringContaining('changed after it was sealed')
			}
		]);
	});

	test('stays as it was when the board changes', async () => {
		const before = await exported();
		await anna.put(`/api/workshops/${workshop.id}/file`, {
			...demo,
			measures: [],
			effects: [],
			scenarios: []
		});
		expect(await exported()).toBe(before);
	});
});

describe('what came of it', () => {
	const text = 'De kabels liggen er niet op tijd.';
	const watchOf = async () => {
		await anna.command(workshop.id, { type: 'open-premortem', year: 2029 });
		await bea.command(workshop.id, { type: 'write-premortem-card', cardId: 'cables', text });
		await anna.command(workshop.id, { type: 'reveal-premortem' });
		const [card] = (await session()).premortemCards;
		await bea.command(workshop.id, {
			...{ type: 'watch-premortem-card', cardId: card.id, indicatorId }
		});
		return (await session()).watches[0];
	};
	const say = (more: object) =>
		bea.command(workshop.id, { type: 'say-what-came', forecast: 1, kind: 'watch', ...more });

	test('is said of what a pre-mortem feared, in the words that were sealed, and added to what was said', async () => {
		const watch = await watchOf();
		await seal();
		await anna.command(workshop.id, { type: 'drop-watch', watchId: watch.id });
		const [{ content }] = JSON.parse(await exported()).forecasts;
		expect(content.watches).toEqual([{ id: watch.id, text, indicatorId }]);
		const before = await exported();
		expect((await say({ doubtId: watch.id, came: 'not-yet' })).status).toBe(200);
		await say({ doubtId: watch.id, came: 'came-true', note: 'Een jaar te laat.' });
		expect((await session()).whatCame).toMatchObject([
			{ forecast: 1, doubtId: watch.id, came: 'not-yet', note: '' },
			{ forecast: 1, doubtId: watch.id, came: 'came-true', note: 'Een jaar te laat.' }
		]);
		expect(await exported()).toBe(before);
	});

	test('is said once by a command that comes again', async () => {
		const watch = await watchOf();
		await seal();
		await say({ id: 'retry', doubtId: watch.id, came: 'did-not' });
		await say({ id: 'retry', doubtId: watch.id, came: 'did-not' });
		expect((await session()).whatCame).toHaveLength(1);
	});

	test('is said of a challenge of the forecast too, and of nothing else', async () => {
		const [{ id: doubtId }] = demo.challenges;
		await seal();
		const about = { kind: 'challenge', came: 'did-not' };
		expect((await say({ ...about, doubtId })).status).toBe(200);
		expect((await say({ ...about, doubtId: 'gone' })).json.error.path).toBe('doubtId');
		expect((await say({ ...about, doubtId, forecast: 2 })).json.error.path).toBe('forecast');
		expect((await say({ ...about, doubtId, came: 'perhaps' })).status).toBe(400);
	});
});

describe('measurements', () => {
	const one = { indicatorId, period: '2028', value: 6.4, source: 'Wijkenquête 2028' };
	const add = (...measurements: object[]) =>
		bea.command(workshop.id, { type: 'add-measurements', measurements });

	test('are added together, and another value for the same period corrects the first', async () => {
		await add(one, { ...one, period: '2030', value: 6.6 });
		await add({ ...one, value: 6.5, explanation: 'Verkeerd overgenomen.' });
		expect((await session()).measurements).toMatchObject([
			{ period: '2028', value: 6.5, comparison: null, explanation: 'Verkeerd overgenomen.' },
			{ period: '2030', value: 6.6 }
		]);
	});

	test('are refused together when one is about a figure that is not there', async () => {
		const { status, json } = await add(one, { ...one, indicatorId: 'gone' });
		expect([status, json.error.path]).toEqual([404, 'measurements.1.indicatorId']);
		expect((await session()).measurements).toEqual([]);
	});
});

describe('the record of an organisation', () => {
	const record = async (visitor = anna) =>
		(await visitor.get(`/api/workshops/${workshop.id}/record`)).json;

	test('counts expectations whose date has passed, once, as they were sealed last', async () => {
		const date = '2026-03-01';
		await anna.command(workshop.id, { type: 'set-expectation', ...stated, date, confidence: 0.5 });
		await anna.command(workshop.id, { type: 'set-expectation', ...stated });
		await seal();
		await anna.command(workshop.id, { type: 'set-expectation', ...stated, date, confidence: 0.9 });
		await seal();
		expect(await record()).toMatchObject({ n: 0, coverage: null, realisation: null });
		const measurement = { indicatorId, period: '2026', value: 6.7, source: 'Enquête' };
		const later = { ...measurement, period: review.date.slice(0, 4) };
		const measurements = [measurement, later];
		await bea.command(workshop.id, { type: 'add-measurements', measurements });
		expect(await record(bea)).toMatchObject({ n: 1, coverage: 1, statedConfidence: 0.9 });
	});

	test('holds what all workshops of the workspace learned, and no others', async () => {
		const [, workspaceToken] = workshop.links.workspace.split('#');
		const other = await anna.start({ file: demo, workspaceToken });
		const date = '2026-03-01';
		await anna.command(workshop.id, { type: 'set-expectation', ...stated, date });
		await seal();
		const measurements = [{ indicatorId, period: '2026', value: 9, source: 'Enquête' }];
		await anna.command(workshop.id, { type: 'add-measurements', measurements });
		const ofOther = (await anna.get(`/api/workshops/${other.id}/record`)).json;
		expect(ofOther).toMatchObject({ n: 1, coverage: 0 });
		const stranger = server.visitor();
		const elsewhere = await stranger.start(demo);
		expect((await stranger.get(`/api/workshops/${elsewhere.id}/record`)).json).toMatchObject({
			n: 0
		});
	});
});
