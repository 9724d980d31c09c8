import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import { type Created, type Visitor } from '../visitor.ts';

let server: RunningServer;
let anna: Visitor;
let workshop: Created;

beforeAll(async () => {
	server = await startServer();
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start();
});

describe('a command', () => {
	test('that comes again with the same id is not done again', async () => {
		const close = { id: 'c1', type: 'set-lobby', open: false };
		await anna.command(workshop.id, close);
		await anna.command(workshop.id, { id: 'c2', type: 'set-lobby', open: true });
		const repeated = await anna.command(workshop.id, close);
		expect(repeated.json).toEqual({ lobbyOpen: false });
		const { json } = await anna.get(`/api/workshops/${workshop.id}`);
		expect(json.lobbyOpen).toBe(true);
	});

	test('that comes again while it is being done waits for it, and gets its answer', async () => {
		const bea = server.visitor();
		await bea.join(workshop.links.participant);
		const { id: memberId } = (await bea.get(`/api/workshops/${workshop.id}`)).json.member;
		const command = { id: 'same', type: 'remove-member', memberId };
		const answers = await Promise.all(
			Array.from({ length: 10 }, () => anna.command(workshop.id, command))
		);
		// Done a second time it would say that nobody by that id is in.
		expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
		const another = await anna.command(workshop.id, { ...command, id: 'another' });
		expect(another.status).toBe(404);
	});

	test('whose answer was a secret tells a repeat only that it was done', async () => {
		const command = { id: 'r1', type: 'rotate-link', role: 'critic' };
		const { json } = await anna.command(workshop.id, command);
		expect((await anna.command(workshop.id, command)).json).toEqual({ repeated: true });
		expect((await server.visitor().join(json.link)).status).toBe(200);
	});

	test('that failed can be given again with the same id', async () => {
		const bea = server.visitor();
		await bea.join(workshop.links.participant);
		const command = { id: 'p1', type: 'set-role', memberId: 'nobody', role: 'critic' };
		expect((await anna.command(workshop.id, command)).status).toBe(404);
		const { id: memberId } = (await bea.get(`/api/workshops/${workshop.id}`)).json.member;
		expect((await anna.command(workshop.id, { ...command, memberId })).status).toBe(200);
	});

	test('belongs to the member: the same id of somebody else is another command', async () => {
		const bea = server.visitor();
		await bea.join(workshop.links.facilitator);
		await anna.command(workshop.id, { id: 'c1', type: 'set-lobby', open: false });
		const answer = await bea.command(workshop.id, { id: 'c1', type: 'set-lobby', open: true });
		expect(answer.json).toEqual({ lobbyOpen: true });
	});

	test('is remembered after a restart', async () => {
		const close = { id: 'c1', type: 'set-lobby', open: false };
		await anna.command(workshop.id, close);
		await anna.command(workshop.id, { id: 'c2', type: 'set-lobby', open: true });
		await server.stop({ keep: true });
		server = await startServer({}, server.directory);
		const again = server.visitor();
		again.cookie = anna.cookie;
		expect((await again.command(workshop.id, close)).json).toEqual({ lobbyOpen: false });
		expect((await again.get(`/api/workshops/${workshop.id}`)).json.lobbyOpen).toBe(true);
	}, 60_000);

	test.each([
		[{}, 'malformed', 'id'],
		[{ id: 'a b', type: 'set-lobby', open: true }, 'malformed', 'id'],
		[{ id: 'x'.repeat(65), type: 'set-lobby', open: true }, 'malformed', 'id'],
		[{ id: 'c1' }, 'malformed', 'type'],
		[{ id: 'c1', type: 'launch' }, 'unknown-command', 'type'],
		[{ id: 'c1', type: 'constructor' }, 'unknown-command', 'type'],
		[{ id: 'c1', type: 'set-lobby' }, 'malformed', 'open'],
		[{ id: 'c1', type: 'set-lobby', open: 'yes' }, 'malformed', 'open'],
		[{ id: 'c1', type: 'set-lobby', open: true, more: 1 }, 'malformed', 'more'],
		[{ id: 'c1', type: 'rotate-link', role: 'king' }, 'malformed', 'role']
	])('%o is refused as %s at %s', async (request, code, path) => {
		const answer = await anna.post(`/api/workshops/${workshop.id}/commands`, request);
		expect(answer.status).toBe(400);
		expect(answer.json.error).toMatchObject({ code, path });
	});

	test.each(['null', '[]', '7', '"set-lobby"', '', 'nonsense'])('%s is none', async (body) => {
		const answer = await anna.request('POST', `/api/workshops/${workshop.id}/commands`, body);
		expect(answer.status).toBe(400);
		expect(answer.json.error.code).toBe('malformed');
	});

	test('of more than 64 kB is refused', async () => {
		const large = { id: 'c1', type: 'set-lobby', open: true, more: 'x'.repeat(70_000) };
		const answer = await anna.post(`/api/workshops/${workshop.id}/commands`, large);
		expect(answer.status).toBe(413);
	});
});
