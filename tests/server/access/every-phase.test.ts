import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	allowedInPhase,
	commandAccess,
	roomAccess,
	type RoomAccess
} from '#lib/server/access/access-table.ts';
import { phases } from '#lib/document/phase.ts';
import { roles, type Role } from '#lib/domain/role.ts';
import { seatTable, soundExample, type Table } from '../commands/table.ts';
import { addMeasure } from '../rooms/support/measures.ts';
import { RawClient } from '../rooms/support/raw-client.ts';
import { until } from '../rooms/support/until.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Visitor } from '../visitor.ts';
import { commandFields } from './command-fields.ts';

const patience = 120_000;

let server: RunningServer;
let table: Table;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
	table = await seatTable(server, soundExample);
}, patience);
afterAll(() => server.stop());

const setPhase = (phase: string) =>
	table.facilitator.command(table.id, { type: 'set-phase', phase });

/** These put the very people out by whom the others are tried; what they do is tried elsewhere. */
const putsOut = ['revoke-link', 'rotate-link'];

/** Who may not, where, hears so; who may is never told that it is for their role or the phase. */
function expectedOf(type: string, role: Role, phase: (typeof phases)[number]): string {
	const row = commandAccess[type];
	if (!row?.roles.includes(role)) return 'wrong-role';
	return allowedInPhase(row, phase) ? 'let in' : 'wrong-phase';
}

async function heard(type: string, role: Role): Promise<string> {
	const { status, json } = await table[role].command(table.id, { type, ...commandFields[type] });
	expect(status).toBeLessThan(500);
	const code = json.error?.code;
	return code === 'wrong-role' || code === 'wrong-phase' ? code : 'let in';
}

describe.each(phases)('in the phase %s', (phase) => {
	test.each(roles)(
		'every command by a %s is let in or refused as the table says',
		async (role) => {
			await setPhase(phase);
			for (const type of Object.keys(commandAccess)) {
				const expected = expectedOf(type, role, phase);
				if (putsOut.includes(type) && expected === 'let in') continue;
				expect([type, await heard(type, role)]).toEqual([type, expected]);
				if (type === 'set-phase') await setPhase(phase);
			}
		},
		patience
	);

	const rooms = Object.entries(roomAccess) as [string, RoomAccess][];

	test.each(rooms.flatMap(([room, row]) => roles.map((role) => ({ room, row, role }))))(
		'the $room can be read by a $role, and takes edits as the table says',
		async ({ room, row, role }) => {
			await setPhase(phase);
			const client = enter(room, table[role]);
			await until(() => client.stepOnes > 0, 'the server asks', patience);
			client.sendStepOne();
			client.sendStepTwo(Uint8Array.of(0, 0));
			await until(() => client.stepTwos > 0, 'it can be read', patience);
			client.edit((doc) => addMeasure(doc, `by-${role}-in-${phase}`));
			if (row.writes.includes(role)) {
				await until(() => client.acks.at(-1) === 2, 'it can be written', patience);
				await client.leave();
			} else {
				expect(await client.closed()).toBe(4403);
			}
		},
		patience
	);
});

test('a document that is not in the table is closed to everybody', async () => {
	for (const role of roles) {
		for (const room of ['minutes', 'constructor', '__proto__']) {
			expect(await enter(room, table[role]).closed()).toBe(4403);
		}
	}
});

function enter(room: string, { cookie = '', headers }: Visitor): RawClient {
	const syncAddress = `${server.origin.replace('http', 'ws')}/sync/${table.id}`;
	const all = { ...headers, Cookie: cookie, Origin: 'https://arena.example' };
	return new RawClient({ syncAddress }, { headers: all }, { room });
}
