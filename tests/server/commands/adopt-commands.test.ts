import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { until } from '../rooms/support/until.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Answer, Visitor } from '../visitor.ts';
import { molenwijk, refusalOf, seatTable, sessionOf, soundExample, type Table } from './table.ts';

let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());

const scenarioId = soundExample.scenarios[0].id;
const [effect] = soundExample.effects;
const [party] = soundExample.parties;

function adopt(table: Table, more: object = {}) {
	return table.facilitator.command(table.id, { type: 'adopt-scenario', scenarioId, ...more });
}

/** A program of its own with the board open, as somebody who may write on it. */
async function ownProgram(visitor: Visitor, workshopId: string): Promise<WebsocketProvider> {
	function socket() {
		return visitor.socket(workshopId, 'board');
	}
	const provider = new WebsocketProvider('ws://own.program', 'board', new Y.Doc(), {
		WebSocketPolyfill: socket as unknown as typeof globalThis.WebSocket,
		disableBc: true
	});
	await until(() => provider.synced, 'the board arrives');
	return provider;
}

/** The file as the server gives it, once something is in it. */
async function fileWhere(table: Table, isThere: (file: Answer['json']) => boolean) {
	for (;;) {
		const { json } = await table.critic.get(`/api/workshops/${table.id}/file`);
		if (isThere(json)) return json;
	}
}

async function raise(table: Table, severity: number): Promise<string> {
	const { json } = await table.critic.command(table.id, {
		type: 'raise-challenge',
		target: { kind: 'effect', id: effect.id, field: 'amount' },
		...{ text: 'Who believes this?', severity }
	});
	return json.challengeId;
}

describe('a scenario', () => {
	test('is adopted at once when nothing of severity 3 is open, and that is in the file', async () => {
		const table = await seatTable(server, soundExample);
		await raise(table, 2);
		expect((await adopt(table)).status).toBe(200);
		const { json } = await table.participant.get(`/api/workshops/${table.id}/file`);
		expect(json.scenarios[0]).toMatchObject({ id: scenarioId, status: 'adopted' });
		expect((await sessionOf(table.critic, table.id)).adopted).toMatchObject([
			{ scenarioId, reason: '', open: { findings: [], challengeIds: [] } }
		]);
	});

	test('stays as it was agreed on, also when a program of its own writes in it or takes it away', async () => {
		const table = await seatTable(server, soundExample);
		await raise(table, 2);
		expect((await adopt(table)).status).toBe(200);
		const agreed = (await table.participant.get(`/api/workshops/${table.id}/file`)).json.scenarios;
		const own = await ownProgram(table.participant, table.id);
		const writes = [
			(all: Y.Map<Y.Map<unknown>>) => void all.get(scenarioId)?.set('title', 'Gekaapt'),
			(all: Y.Map<Y.Map<unknown>>) => all.delete(scenarioId)
		];
		for (const [place, write] of writes.entries()) {
			const mark = `Geschreven ${place}`;
			own.doc.transact(() => {
				write(own.doc.getMap('scenarios'));
				own.doc.getMap<Y.Map<unknown>>('parties').get(party.id)?.set('name', mark);
			});
			const { parties, scenarios } = await fileWhere(table, (file) =>
				file.parties.some(({ name }: { name: string }) => name === mark)
			);
			expect(parties.length).toBe(soundExample.parties.length);
			const found = scenarios.find(({ id }: { id: string }) => id === scenarioId);
			expect(found?.status).toBe('adopted');
			expect(found.title).toBe(agreed[0].title);
			expect(found.choices).toEqual(agreed[0].choices);
		}
		own.destroy();
	});

	test('asks a typed reason while a challenge of severity 3 is open, and keeps both', async () => {
		const table = await seatTable(server, soundExample);
		const challengeId = await raise(table, 3);
		const refused = await adopt(table);
		expect(refusalOf(refused)).toEqual([409, 'unanswered']);
		expect(refused.json.open).toEqual({ findings: [], challengeIds: [challengeId] });
		expect(refusalOf(await adopt(table, { reason: '   ' }))).toEqual([409, 'unanswered']);
		expect((await sessionOf(table.critic, table.id)).adopted).toEqual([]);
		const reason = 'The council decides next week.';
		expect((await adopt(table, { reason })).status).toBe(200);
		expect((await sessionOf(table.critic, table.id)).adopted).toMatchObject([
			{ scenarioId, reason, open: { challengeIds: [challengeId] }, by: { role: 'facilitator' } }
		]);
	});

	test.each([
		{ status: 'adjusted' },
		{ status: 'substantiated', evidence: 'Report 12' },
		{ status: 'stands', answer: 'We trust it.' }
	])('is free again when the challenge ends as $status', async (ending) => {
		const table = await seatTable(server, soundExample);
		const challengeId = await raise(table, 3);
		expect((await adopt(table)).status).toBe(409);
		const answer = { type: 'answer-challenge', challengeId, ...ending };
		await table.facilitator.command(table.id, answer);
		expect((await adopt(table)).status).toBe(200);
	});

	test('asks a reason for exactly the failing findings of severity 3 that have no answer', async () => {
		const table = await seatTable(server, molenwijk);
		const { id } = molenwijk.scenarios[0];
		const { open } = (await adopt(table, { scenarioId: id })).json;
		const { json } = await table.facilitator.get(`/api/workshops/${table.id}/file`);
		const { file } = parseWorkshopValue(json);
		const failing = criticise(file!, { scenario: id }).findings.filter(
			({ severity, outcome }) => severity === 3 && outcome === 'fail'
		);
		expect(failing.length).toBeGreaterThan(2);
		const answered = failing.length - open.findings.length;
		expect(answered).toBeLessThan(failing.length);
		const [first] = open.findings;
		const aside = { type: 'dismiss-finding', ...first, reason: 'Known.' };
		await table.facilitator.command(table.id, aside);
		const still = (await adopt(table, { scenarioId: id })).json.open.findings;
		expect(still).toEqual(open.findings);
		const taken = { type: 'raise-challenge', target: first.target, ruleId: first.rule };
		const raised = { ...taken, text: 'So?', severity: 3 };
		const { challengeId } = (await table.critic.command(table.id, raised)).json;
		const ending = { status: 'stands', answer: 'Nobody knows better.' };
		await table.facilitator.command(table.id, { type: 'answer-challenge', challengeId, ...ending });
		const left = (await adopt(table, { scenarioId: id })).json.open.findings;
		expect(left).toHaveLength(open.findings.length - 1);
		expect(left).not.toContainEqual(first);
	});

	test('is a draft again after withdrawing, which can not be done twice', async () => {
		const table = await seatTable(server, soundExample);
		await raise(table, 2);
		await adopt(table);
		const withdraw = { type: 'withdraw-adoption', scenarioId, reason: 'The money is gone.' };
		expect((await table.facilitator.command(table.id, withdraw)).status).toBe(200);
		expect(refusalOf(await table.facilitator.command(table.id, withdraw))).toEqual([
			409,
			'not-now'
		]);
		const { json } = await table.participant.get(`/api/workshops/${table.id}/file`);
		expect(json.scenarios[0].status).toBe('draft');
	});

	test('is adopted by the facilitator only, and only when it is there', async () => {
		const table = await seatTable(server, soundExample);
		for (const who of [table.participant, table.critic, table.observer]) {
			const refused = await who.command(table.id, { type: 'adopt-scenario', scenarioId });
			expect(refusalOf(refused)).toEqual([403, 'wrong-role']);
		}
		for (const missing of ['nothing', 'do-nothing']) {
			expect(refusalOf(await adopt(table, { scenarioId: missing }))).toEqual([404, 'not-here']);
		}
	});
});

test('all of it stays on record, and forgets nobody’s name because it holds none', async () => {
	const table = await seatTable(server, soundExample);
	await table.participant.command(table.id, { type: 'set-profile', name: 'Hildegonda' });
	const challengeId = await raise(table, 3);
	const ending = { status: 'stands', answer: 'We trust it.' };
	await table.facilitator.command(table.id, { type: 'answer-challenge', challengeId, ...ending });
	await adopt(table);
	await table.facilitator.command(table.id, { type: 'withdraw-adoption', scenarioId });
	await server.stop({ keep: true });
	const database = new DatabaseSync(`${server.directory}/tegenwicht.db`);
	const rows = database
		.prepare('SELECT kind, subject, body FROM deeds WHERE workshop_id = ? ORDER BY number')
		.all(table.id);
	expect(rows.map(({ kind, subject }) => [kind, subject])).toEqual([
		['raise-challenge', challengeId],
		['answer-challenge', challengeId],
		['adopt-scenario', scenarioId],
		['withdraw-adoption', scenarioId]
	]);
	expect(JSON.stringify(rows)).not.toContain('Hildegonda');
	for (const sql of ['DELETE FROM deeds', "UPDATE deeds SET body = '{}'"]) {
		expect(() => database.exec(sql)).toThrow('What is on record can not be');
	}
	database.close();
	server = await startServer({ ORIGIN: 'https://arena.example' }, server.directory);
	const critic = server.visitor();
	critic.cookie = table.critic.cookie;
	expect((await sessionOf(critic, table.id)).challenges).toMatchObject([{ status: 'stands' }]);
}, 60_000);
