import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandAccess } from '#lib/server/access/access-table.ts';
import { roles, type Role } from '#lib/domain/role.ts';
import { commandFields } from '../server/access/command-fields.ts';
import { seatTable, soundExample, type Table } from '../server/commands/table.ts';
import { seeded, type Draw } from '../server/rooms/support/seeded.ts';
import { startServer, type RunningServer } from '../server/running-server.ts';
import type { Answer } from '../server/visitor.ts';
import { mutated, mutatedText } from './mutated-json.ts';
import { longestTask, timeTaken } from './processor-time.ts';
import { stillValid } from './valid-json.ts';

/** How many bodies of each kind are sent; `npm run trust` sends fifty times as many. */
const commandsSent = 400 * Number(process.env.TRUST_TIMES ?? 1);
const filesSent = 60 * Number(process.env.TRUST_TIMES ?? 1);
const validSent = 40 * Number(process.env.TRUST_TIMES ?? 1);
/** Processor time is judged where there is time to do everything three times. */
const judgesTime = process.env.TRUST_TIMES !== undefined;

let server: RunningServer;
let table: Table;
/** Somebody in another workshop, whose board must stay as it is. */
let other: Table;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
	table = await seatTable(server, soundExample);
	other = await seatTable(server, soundExample);
}, 240_000);
afterAll(() => server.stop());

const board = async (of: Table) => (await of.facilitator.get(`/api/workshops/${of.id}/file`)).text;

/** These end what the others are tried with; their own tests try them. */
const ends = ['revoke-link', 'rotate-link', 'remove-member', 'set-role', 'take-seat'];
const types = Object.keys(commandAccess).filter((type) => !ends.includes(type));

/** Ids of real records, so that a mutated command sometimes is about something. */
function fieldsOf(type: string, draw: Draw): object {
	const known = { ...commandFields[type] } as Record<string, unknown>;
	for (const [key, list] of [
		['scenarioId', soundExample.scenarios],
		['effectId', soundExample.effects],
		['measureId', soundExample.measures],
		['indicatorId', soundExample.indicators]
	] as const) {
		if (key in known && draw.below(2) === 0) known[key] = draw.pick(list as { id: string }[]).id;
	}
	return { id: `fuzz-${draw.below(1e9)}`, type, ...known };
}

async function isWell({ status, text }: Answer, sent: string): Promise<void> {
	// 503 is the honest answer of a store that cannot write now; nothing here may lead to it.
	if (status >= 500) throw new Error(`${status} ${text}\n${sent.slice(0, 2_000)}`);
}

test('whatever a command looks like, the server answers, and only who may changes anything', async () => {
	const draw = seeded(20_261_128);
	const before = { other: await board(other), mine: await board(table) };
	const codes = new Map<number, number>();
	for (let sent = 0; sent < commandsSent; sent += 1) {
		const type = draw.pick(types);
		const role: Role = draw.pick(roles);
		const text = mutatedText(mutated(fieldsOf(type, draw), draw, 0.15), draw);
		const answer = await table[role].request('POST', `/api/workshops/${table.id}/commands`, text);
		await isWell(answer, `${role}: ${text}`);
		codes.set(answer.status, (codes.get(answer.status) ?? 0) + 1);
		if (role !== 'observer') continue;
		// An observer may only give their name; whatever else came through would be a hole.
		const mayBe = type === 'set-profile' || answer.status !== 200;
		expect([text, mayBe]).toEqual([text, true]);
	}
	expect(codes.get(200) ?? 0).toBeGreaterThan(commandsSent / 50);
	expect(codes.get(400) ?? 0).toBeGreaterThan(commandsSent / 50);
	expect(await board(other)).toBe(before.other);
	expect((await table.facilitator.get('/readyz')).status).toBe(200);
	console.info(`Answers to ${commandsSent} commands:`, Object.fromEntries(codes));
}, 3_600_000);

test('whatever a workshop file looks like, it is taken or refused whole, and by nobody but a facilitator', async () => {
	const draw = seeded(1);
	const before = await board(other);
	const path = `/api/workshops/${table.id}/file`;
	const taken = { 200: 0, 400: 0 };
	for (let sent = 0; sent < filesSent; sent += 1) {
		const now = await board(table);
		const text = mutatedText(mutated(soundExample, draw, 0.003), draw);
		const role: Role = draw.pick([...roles, 'facilitator', 'facilitator']);
		const answer = await table[role].put(path, text);
		await isWell(answer, text);
		if (role !== 'facilitator') expect(answer.status).toBe(403);
		if (answer.status !== 200) expect(await board(table)).toBe(now);
		if (answer.status === 200) taken[200] += 1;
		if (answer.status === 400) taken[400] += 1;
	}
	console.info(`Of ${filesSent} files ${taken[200]} were taken and ${taken[400]} refused.`);
	expect(taken[200]).toBeGreaterThan(filesSent / 40);
	expect(taken[400]).toBeGreaterThan(filesSent / 20);
	expect(await board(other)).toBe(before);
	expect((await table.facilitator.get('/readyz')).status).toBe(200);
}, 3_600_000);

test('changed files that are valid still are mostly taken as they are, and keep nobody waiting', async () => {
	const draw = seeded(2);
	const before = await board(other);
	const path = `/api/workshops/${table.id}/file`;
	const slowest = { put: 0, get: 0 };
	let taken = 0;
	let mayTake = 0;
	for (let sent = 0; sent < validSent; sent += 1) {
		const file = stillValid(soundExample, draw);
		const role: Role = draw.pick([...roles, 'facilitator', 'facilitator', 'facilitator']);
		const put = async () => {
			const answer = await table[role].put(path, file);
			await isWell(answer, JSON.stringify(file));
			expect(answer.status === 403).toBe(role !== 'facilitator');
			return answer;
		};
		if (role === 'facilitator') mayTake += 1;
		const answer = await put();
		if (answer.status !== 200) continue;
		taken += 1;
		const kept = JSON.parse(await board(table));
		for (const list of ['parties', 'measures', 'effects'] as const) {
			const ids = (of: { id: string }[]) => of.map(({ id }) => id).toSorted();
			expect(ids(kept[list])).toEqual(ids(file[list] as { id: string }[]));
		}
		if (!judgesTime) continue;
		slowest.put = Math.max(slowest.put, await timeTaken(server.pid, put));
		slowest.get = Math.max(slowest.get, await timeTaken(server.pid, () => board(table)));
	}
	console.info(`Of ${mayTake} valid files ${taken} were taken; processor time`, slowest);
	expect(taken).toBeGreaterThan(mayTake * 0.8);
	expect(await board(other)).toBe(before);
	if (judgesTime) expect(Math.max(slowest.put, slowest.get)).toBeLessThan(longestTask);
}, 3_600_000);

test('a board that was written over at random can still be read in full', async () => {
	const answer = await table.facilitator.put(`/api/workshops/${table.id}/file`, soundExample);
	expect(answer.status).toBe(200);
	expect(JSON.parse(await board(table)).measures).toHaveLength(soundExample.measures.length);
});
