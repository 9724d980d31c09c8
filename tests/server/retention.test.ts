import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from './running-server.ts';
import { refusalOf, seatTable, soundExample, type Table } from './commands/table.ts';
import { Visitor } from './visitor.ts';

const day = 24 * 60 * 60 * 1000;
const origin = 'https://arena.example';
const environment = { ORIGIN: origin, DELETE_AFTER_DAYS: '60' };

let server: RunningServer;
let table: Table;

beforeAll(async () => {
	server = await startServer(environment);
	table = await seatTable(server, soundExample);
}, 240_000);
afterAll(() => server.stop());

/** Lets it be so many days ago that anybody did anything, and starts the server again. */
async function afterDays(days: number): Promise<void> {
	await server.stop({ keep: true });
	const database = new DatabaseSync(join(server.directory, 'tegenwicht.db'));
	const earlier = days * day;
	database.exec(`UPDATE workshops SET created_at = created_at - ${earlier},
		kept_at = kept_at - ${earlier}, warned_at = warned_at - ${earlier}`);
	database.exec(`UPDATE rooms SET changed_at = changed_at - ${earlier}`);
	database.close();
	server = await startServer(environment, server.directory);
}

/** The same browser at the server that was started again. */
function again({ cookie }: Visitor): Visitor {
	const visitor = new Visitor(server.origin, origin);
	visitor.cookie = cookie;
	return visitor;
}

const viewOf = async (visitor: Visitor) => again(visitor).get(`/api/workshops/${table.id}`);

test('everybody in an unused workshop is told when it goes; a facilitator can keep it, and else it goes', async () => {
	const { id, facilitator, participant, observer } = table;
	expect((await viewOf(facilitator)).json.deletedAt).toBe(null);
	await afterDays(31);
	for (const visitor of [facilitator, participant, observer]) {
		const { deletedAt } = (await viewOf(visitor)).json;
		expect(Math.round((Date.parse(deletedAt) - Date.now()) / day)).toBe(30);
	}
	const keep = { type: 'keep-workshop' };
	expect(refusalOf(await again(participant).command(id, keep))).toEqual([403, 'wrong-role']);
	expect((await again(facilitator).command(id, keep)).status).toBe(200);
	expect((await viewOf(participant)).json.deletedAt).toBe(null);

	await afterDays(31);
	expect((await viewOf(participant)).json.deletedAt).not.toBe(null);
	await afterDays(31);
	expect((await viewOf(facilitator)).status).toBe(404);
}, 120_000);
