import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import { closeCodeOf, type Created, type Visitor } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);
const minimal = JSON.parse(readFileSync(new URL('minimal.en.json', fixtures), 'utf8'));

let server: RunningServer;
let anna: Visitor;
let bea: Visitor;
let workshop: Created;
let beaId: string;

beforeAll(async () => {
	// Behind a proxy visitors have an address each, so that one's wrong links don't hold up another.
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start(minimal);
	bea = server.visitor();
	await bea.join(workshop.links.participant, { name: 'Bernadette' });
	beaId = (await view(bea)).json.member.id;
});

function view(visitor: Visitor) {
	return visitor.get(`/api/workshops/${workshop.id}`);
}

async function members(visitor: Visitor) {
	return (await visitor.get(`/api/workshops/${workshop.id}/session`)).json.members;
}

async function openSocket(visitor: Visitor) {
	const socket = visitor.socket(workshop.id, 'board');
	await new Promise((resolve) => socket.once('message', resolve));
	return socket;
}

describe('set-profile', () => {
	test('changes one’s own name and party', async () => {
		const partyId = minimal.parties[0].id;
		await bea.command(workshop.id, { type: 'set-profile', name: ' Bea ', partyId });
		expect((await view(bea)).json.member).toMatchObject({ name: 'Bea', partyId });
		expect(await members(anna)).toMatchObject([{}, { id: beaId, name: 'Bea', partyId }]);
	});

	test('leaves what is left out, and takes away what is null', async () => {
		const partyId = minimal.parties[0].id;
		await bea.command(workshop.id, { type: 'set-profile', partyId });
		expect((await view(bea)).json.member).toMatchObject({ name: 'Bernadette', partyId });
		await bea.command(workshop.id, { type: 'set-profile', name: null, partyId: null });
		expect((await view(bea)).json.member).toMatchObject({ name: null, partyId: null });
	});

	test('knows no party that is not on the board', async () => {
		const answer = await bea.command(workshop.id, { type: 'set-profile', partyId: 'nobody' });
		expect(answer.json.error).toMatchObject({ code: 'malformed', path: 'partyId' });
	});
});

describe('set-role', () => {
	test('gives another role, and has the connection start again with it', async () => {
		const closing = closeCodeOf(await openSocket(bea));
		const command = { type: 'set-role', memberId: beaId, role: 'critic' };
		expect((await anna.command(workshop.id, command)).json).toEqual({
			memberId: beaId,
			role: 'critic'
		});
		expect(await closing).toBe(4500);
		expect((await view(bea)).json.member).toMatchObject({ id: beaId, role: 'critic' });
		expect(await members(bea)).toMatchObject([{ role: 'facilitator' }, { role: 'critic' }]);
	});

	test('makes a facilitator who may do what facilitators may', async () => {
		await anna.command(workshop.id, { type: 'set-role', memberId: beaId, role: 'facilitator' });
		const answer = await bea.command(workshop.id, { type: 'set-lobby', open: false });
		expect(answer.status).toBe(200);
	});

	test('is not undone by the link or the code from before, only by a newer one', async () => {
		await anna.command(workshop.id, { type: 'set-role', memberId: beaId, role: 'critic' });
		const key = { code: workshop.code };
		expect((await bea.post('/api/join/preview', key)).json.role).toBe('critic');
		expect((await bea.post('/api/join', key)).json.role).toBe('critic');
		expect((await bea.join(workshop.links.participant, { name: 'Bea' })).json.role).toBe('critic');
		expect((await view(bea)).json.member).toMatchObject({ id: beaId, role: 'critic', name: 'Bea' });
		const { json } = await anna.command(workshop.id, { type: 'rotate-link', role: 'participant' });
		expect((await bea.join(json.link)).json.role).toBe('participant');
	});

	test('is refused while the role has no link by which it could be taken away again', async () => {
		await anna.command(workshop.id, { type: 'revoke-link', role: 'critic' });
		const command = { type: 'set-role', memberId: beaId, role: 'critic' };
		const { status, json } = await anna.command(workshop.id, command);
		expect([status, json.error.code]).toEqual([409, 'not-now']);
		expect((await view(bea)).json.member.role).toBe('participant');
		await anna.command(workshop.id, { type: 'rotate-link', role: 'critic' });
		expect((await anna.command(workshop.id, command)).status).toBe(200);
		await anna.command(workshop.id, { type: 'revoke-link', role: 'critic' });
		expect((await view(bea)).status).toBe(401);
	});

	test('is not for oneself: there is always a facilitator left', async () => {
		const memberId = (await view(anna)).json.member.id;
		const command = { type: 'set-role', memberId, role: 'observer' };
		expect((await anna.command(workshop.id, command)).status).toBe(409);
		expect((await view(anna)).json.member.role).toBe('facilitator');
	});
});

describe('remove-member', () => {
	test('puts somebody out, closes their sockets and forgets their name', async () => {
		const closing = closeCodeOf(await openSocket(bea));
		const answer = await anna.command(workshop.id, { type: 'remove-member', memberId: beaId });
		expect(answer.json).toEqual({ memberId: beaId });
		expect(await closing).toBe(4401);
		expect((await view(bea)).status).toBe(401);
		expect(await members(anna)).toHaveLength(1);
		const session = await anna.get(`/api/workshops/${workshop.id}/session`);
		expect(session.text).not.toContain('Bernadette');
	});

	test('is not undone by a link or code from before; on that device they are as good as wrong', async () => {
		await anna.command(workshop.id, { type: 'remove-member', memberId: beaId });
		const wrong = await server.visitor().join(`/join#${'x'.repeat(22)}`);
		const again = [
			await bea.join(workshop.links.participant),
			await bea.join(workshop.links.critic),
			await bea.post('/api/join', { code: workshop.code }),
			await bea.post('/api/join/preview', { code: workshop.code })
		];
		for (const { status, text } of again) expect([status, text]).toEqual([403, wrong.text]);
		expect((await view(bea)).status).toBe(401);
		expect(await members(anna)).toHaveLength(1);
	});

	test('lets somebody come back as somebody new by a link made afterwards', async () => {
		await anna.command(workshop.id, { type: 'remove-member', memberId: beaId });
		const { json } = await anna.command(workshop.id, { type: 'rotate-link', role: 'participant' });
		expect((await bea.join(json.link)).status).toBe(200);
		const { member } = (await view(bea)).json;
		expect(member).toMatchObject({ role: 'participant', name: null });
		expect(member.id).not.toBe(beaId);
	});

	test('takes somebody out of the session, so that they no longer count as one of the group', async () => {
		const people = async () =>
			(await anna.get(`/api/workshops/${workshop.id}/file`)).json.workshop.people;
		expect(await people()).toEqual({ facilitator: 1, participant: 1, critic: 0 });
		await server.visitor().join(workshop.links.critic);
		await anna.command(workshop.id, { type: 'remove-member', memberId: beaId });
		expect(await people()).toEqual({ facilitator: 1, participant: 0, critic: 1 });
	});

	test('leaves no trace of the name in the whole database', async () => {
		await bea.command(workshop.id, { type: 'set-profile', name: 'Wilhelmina' });
		await bea.command(workshop.id, { type: 'set-profile', name: 'Guillaumette' });
		await anna.command(workshop.id, { type: 'remove-member', memberId: beaId });
		await server.stop({ keep: true });
		const { DatabaseSync } = await import('node:sqlite');
		const database = new DatabaseSync(`${server.directory}/tegenwicht.db`);
		const tables = database
			.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
			.all()
			.map(({ name }) => String(name));
		expect(tables).toContain('members');
		for (const table of tables) {
			const rows = JSON.stringify(database.prepare(`SELECT * FROM ${table}`).all(), readable);
			expect(rows).not.toMatch(/Wilhelmina|Guillaumette/);
		}
		database.close();
		server = await startServer({ ORIGIN: 'https://arena.example' }, server.directory);
	}, 60_000);

	test('is not for oneself, nor for who is not there', async () => {
		const own = (await view(anna)).json.member.id;
		const self = await anna.command(workshop.id, { type: 'remove-member', memberId: own });
		expect(self.status).toBe(409);
		for (const memberId of ['nobody', '']) {
			const answer = await anna.command(workshop.id, { type: 'remove-member', memberId });
			expect(answer.status).toBe(404);
		}
	});

	test('does not reach into another workshop', async () => {
		const other = server.visitor();
		const { id } = await other.start();
		const answer = await other.command(id, { type: 'remove-member', memberId: beaId });
		expect(answer.status).toBe(404);
		expect((await view(bea)).status).toBe(200);
	});
});

/** Shows bytes as text, so that a name in them would be seen. */
function readable(_key: string, value: unknown): unknown {
	return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
}
