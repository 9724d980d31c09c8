import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '#lib/server/store/backup/backup.ts';
import { startServer, type RunningServer } from './running-server.ts';
import { memberOf, refusalOf, seatTable, soundExample, type Table } from './commands/table.ts';
import { closeCodeOf } from './visitor.ts';

const day = 24 * 60 * 60 * 1000;

let server: RunningServer;
let table: Table;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 240_000);
afterAll(() => server.stop());
beforeEach(async () => {
	table = await seatTable(server, soundExample);
});

/** Files in a folder that hold a text, also between rows and in what was deleted. */
function filesWith(folder: string, text: string): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isFile())
		.filter(({ name }) => readFileSync(join(folder, name)).includes(text))
		.map(({ name }) => name);
}

describe('deleting a workshop', () => {
	test('takes its title, is for facilitators, and puts everybody out', async () => {
		const { id, facilitator, participant } = table;
		const { title } = (await facilitator.get(`/api/workshops/${id}`)).json;
		const erase = (visitor: typeof facilitator, body: object) =>
			visitor.request('DELETE', `/api/workshops/${id}`, JSON.stringify(body));
		expect(refusalOf(await erase(participant, { title }))).toEqual([403, 'wrong-role']);
		expect(refusalOf(await erase(facilitator, { title: 'Another' }))).toEqual([409, 'not-now']);
		const socket = participant.socket(id, 'board');
		await new Promise((resolve) => socket.once('message', resolve));
		const closing = closeCodeOf(socket);
		expect((await erase(facilitator, { title })).status).toBe(200);
		expect(await closing).toBe(4401);
		for (const visitor of [facilitator, participant]) {
			expect((await visitor.get(`/api/workshops/${id}`)).status).toBe(404);
		}
		expect((await server.visitor().join(table.workshop.links.participant)).status).toBe(403);
		const { workshops } = (await facilitator.get('/api/mine')).json;
		expect(workshops.map((one: { id: string }) => one.id)).not.toContain(id);
	});

	test('leaves nothing of it in the files of the server, and backups lose it once they are old', async () => {
		const { id, facilitator } = table;
		const secret = 'Zeldzaamwoord';
		const challenge = { type: 'raise-challenge', text: `Is ${secret} waar?`, severity: 1 };
		const target = { kind: 'workshop', id: soundExample.workshop.id, field: null };
		expect((await facilitator.command(id, { ...challenge, target })).status).toBe(200);
		const folder = join(server.directory, 'backups');
		const now = Date.now();
		await makeBackup({ dataDirectory: server.directory, folder, keepDays: 30, now });
		const { title } = (await facilitator.get(`/api/workshops/${id}`)).json;
		await facilitator.request('DELETE', `/api/workshops/${id}`, JSON.stringify({ title }));
		expect(filesWith(server.directory, secret)).toEqual([]);
		expect(filesWith(folder, secret)).toHaveLength(1);
		await makeBackup({
			dataDirectory: server.directory,
			folder,
			keepDays: 30,
			now: now + 29 * day
		});
		expect(filesWith(folder, secret)).toHaveLength(1);
		await makeBackup({
			dataDirectory: server.directory,
			folder,
			keepDays: 30,
			now: now + 31 * day
		});
		expect(filesWith(folder, secret)).toEqual([]);
	}, 60_000);
});

test('the name of who was removed is in no file of the server any more, not even deleted', async () => {
	const { id, facilitator, participant } = table;
	await participant.command(id, { type: 'set-profile', name: 'Wilhelmina' });
	expect(filesWith(server.directory, 'Wilhelmina')).not.toEqual([]);
	const memberId = (await memberOf(participant, id)).id;
	await facilitator.command(id, { type: 'remove-member', memberId });
	expect(filesWith(server.directory, 'Wilhelmina')).toEqual([]);
});

describe('what is known of a member', () => {
	const extractOf = async (visitor: Table['facilitator'], memberId: string) =>
		visitor.get(`/api/workshops/${table.id}/members/${memberId}/extract`);

	test('is told to themselves and to the facilitator; what nobody may see yet to themselves alone', async () => {
		const { id, facilitator, participant, critic } = table;
		await participant.command(id, { type: 'set-profile', name: 'Bea' });
		const target = { kind: 'measure', id: soundExample.measures[0].id, field: null };
		await participant.command(id, { type: 'raise-challenge', target, text: 'Is dat zo?' });
		await facilitator.command(id, { type: 'open-premortem', year: 2030 });
		await participant.command(id, { type: 'write-premortem-card', cardId: 'c1', text: 'Geheim' });
		const memberId = (await memberOf(participant, id)).id;
		const own = (await extractOf(participant, memberId)).json;
		expect(own).toMatchObject({
			format: 'tegenwicht/person',
			member: { id: memberId, name: 'Bea', role: 'participant', removed: false },
			devices: 1,
			said: [{ kind: 'raise-challenge', body: { body: { text: 'Is dat zo?' } } }],
			unrevealed: [{ kind: 'card', answer: 'Geheim' }]
		});
		const told = await extractOf(facilitator, memberId);
		expect(told.json).toEqual({ ...own, madeAt: told.json.madeAt, unrevealed: null });
		expect(told.text).not.toContain('Geheim');
		expect(refusalOf(await extractOf(critic, memberId))).toEqual([403, 'not-yours']);
		expect(refusalOf(await extractOf(facilitator, 'nobody'))).toEqual([404, 'not-here']);
	});
});
