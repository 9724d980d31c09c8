import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import { EventReader } from '../session/event-reader.ts';
import { closeCodeOf, type Created, type Visitor } from '../visitor.ts';

let server: RunningServer;
let anna: Visitor;
let workshop: Created;

beforeAll(async () => {
	// Behind a proxy visitors have an address each, so that one's wrong codes don't hold up another.
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start();
});

async function joined(role: 'facilitator' | 'participant' | 'critic' | 'observer') {
	const visitor = server.visitor();
	await visitor.join(workshop.links[role]);
	return visitor;
}

function view(visitor: Visitor) {
	return visitor.get(`/api/workshops/${workshop.id}`);
}

describe('set-lobby', () => {
	test('closes and opens the way in by code, and everybody sees it', async () => {
		const closed = await anna.command(workshop.id, { type: 'set-lobby', open: false });
		expect(closed.json).toEqual({ lobbyOpen: false });
		const bea = await joined('participant');
		const session = await bea.get(`/api/workshops/${workshop.id}/session`);
		expect(session.json.lobbyOpen).toBe(false);
		expect((await view(anna)).json.lobbyOpen).toBe(false);
		const { code } = workshop;
		expect((await server.visitor().post('/api/join', { code })).status).toBe(403);
		await anna.command(workshop.id, { type: 'set-lobby', open: true });
		expect((await server.visitor().post('/api/join', { code })).status).toBe(200);
	});
});

describe('rotate-link', () => {
	test('gives a link that works in the place of one that no longer does', async () => {
		const { json } = await anna.command(workshop.id, { type: 'rotate-link', role: 'critic' });
		expect(json).toEqual({ role: 'critic', link: expect.stringMatching(/^\/join#/) });
		expect((await server.visitor().join(workshop.links.critic)).status).toBe(403);
		expect((await server.visitor().join(json.link)).json.role).toBe('critic');
	});

	test('leaves in who is in', async () => {
		const bea = await joined('critic');
		await anna.command(workshop.id, { type: 'rotate-link', role: 'critic' });
		expect((await view(bea)).status).toBe(200);
	});

	test('for participants comes with a new code', async () => {
		const { json } = await anna.command(workshop.id, { type: 'rotate-link', role: 'participant' });
		expect(json.code).not.toBe(workshop.code);
		expect((await view(anna)).json.code).toBe(json.code);
		const old = await server.visitor().post('/api/join', { code: workshop.code });
		expect(old.status).toBe(403);
		const fresh = await server.visitor().post('/api/join', { code: json.code });
		expect(fresh.json.role).toBe('participant');
	});
});

describe('revoke-link', () => {
	test('closes the sockets of that role within a second with 4401, and no others', async () => {
		const bea = await joined('participant');
		const critic = await joined('critic');
		const sockets = [
			bea.socket(workshop.id, 'board'),
			bea.socket(workshop.id, 'session'),
			critic.socket(workshop.id, 'board'),
			anna.socket(workshop.id, 'board')
		];
		const opened = sockets.map(
			(socket) => new Promise((resolve) => socket.once('message', resolve))
		);
		await Promise.all(opened);
		const closing = sockets.slice(0, 2).map(closeCodeOf);
		const before = performance.now();
		await anna.command(workshop.id, { type: 'revoke-link', role: 'participant' });
		expect(await Promise.all(closing)).toEqual([4401, 4401]);
		expect(performance.now() - before).toBeLessThan(1000);
		expect(sockets.slice(2).map((socket) => socket.readyState)).toEqual([1, 1]);
		for (const socket of sockets) socket.close();
	});

	test('ends the event streams of that role within a second, and no others', async () => {
		const [bea, critic] = [await joined('participant'), await joined('critic')];
		const reader = new EventReader(await bea.events(workshop.id));
		const other = new EventReader(await critic.events(workshop.id));
		await Promise.all([reader.until(() => true), other.until(() => true)]);
		const before = performance.now();
		await anna.command(workshop.id, { type: 'revoke-link', role: 'participant' });
		await reader.ended;
		expect(performance.now() - before).toBeLessThan(1000);
		// Coming back is refused, and who stays in hears what comes next.
		await expect(bea.events(workshop.id)).rejects.toThrow('401');
		await anna.command(workshop.id, { type: 'set-phase', phase: 'goal' });
		expect((await other.until(({ phase }) => phase === 'goal')).member.role).toBe('critic');
		await other.close();
	});

	test('puts out who came in by the link or the code, until they have a new link', async () => {
		const bea = await joined('participant');
		const cas = server.visitor();
		await cas.post('/api/join', { code: workshop.code });
		const { id } = (await view(bea)).json.member;
		const { json } = await anna.command(workshop.id, { type: 'revoke-link', role: 'participant' });
		expect(json).toEqual({ role: 'participant', membersOut: 2 });
		expect((await view(bea)).status).toBe(401);
		expect((await view(cas)).status).toBe(401);
		expect(await closeCodeOf(bea.socket(workshop.id, 'board'))).toBe(4401);
		expect((await bea.get('/api/mine')).json.workshops).toEqual([]);
		expect((await bea.join(workshop.links.participant)).status).toBe(403);
		const fresh = await anna.command(workshop.id, { type: 'rotate-link', role: 'participant' });
		await bea.join(fresh.json.link);
		expect((await view(bea)).json.member.id).toBe(id);
	});

	test('ends the code, until a new link brings a new one', async () => {
		await anna.command(workshop.id, { type: 'revoke-link', role: 'participant' });
		expect((await view(anna)).json.code).toBeNull();
		const answer = await server.visitor().post('/api/join', { code: workshop.code });
		expect(answer.status).toBe(403);
		await anna.command(workshop.id, { type: 'rotate-link', role: 'participant' });
		expect((await view(anna)).json.code).toMatch(/^.{8}$/);
	});

	test('leaves in the facilitator who asks, also when they came in by that link', async () => {
		const bea = await joined('facilitator');
		const cas = await joined('facilitator');
		await bea.command(workshop.id, { type: 'revoke-link', role: 'facilitator' });
		expect((await view(bea)).status).toBe(200);
		expect((await view(cas)).status).toBe(401);
	});

	test('reaches who was given the role, and not who was given another', async () => {
		const bea = await joined('participant');
		const { id: memberId } = (await view(bea)).json.member;
		await anna.command(workshop.id, { type: 'set-role', memberId, role: 'critic' });
		await anna.command(workshop.id, { type: 'revoke-link', role: 'participant' });
		expect((await view(bea)).json.member.role).toBe('critic');
		await anna.command(workshop.id, { type: 'revoke-link', role: 'critic' });
		expect((await view(bea)).status).toBe(401);
	});
});
