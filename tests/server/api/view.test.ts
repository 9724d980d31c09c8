import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Created, Visitor } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);
const demo = JSON.parse(readFileSync(new URL('demo-molenwijk.nl.json', fixtures), 'utf8'));

let server: RunningServer;
let workshop: Created;
const anna = () => people.facilitator;
const people = {} as Record<'facilitator' | 'participant' | 'critic' | 'observer', Visitor>;
const others = ['participant', 'critic', 'observer'] as const;

beforeAll(async () => {
	server = await startServer();
	people.facilitator = server.visitor();
	workshop = await people.facilitator.start(demo);
	for (const role of others) {
		people[role] = server.visitor();
		await people[role].join(workshop.links[role], { name: `Name of the ${role}` });
	}
}, 120_000);
afterAll(() => server.stop());

describe('GET /api/workshops/<id>', () => {
	const view = (visitor: Visitor) => visitor.get(`/api/workshops/${workshop.id}`);

	test('tells a facilitator how people come in, without the secrets of the links', async () => {
		const { json, text } = await view(anna());
		expect(json).toMatchObject({ code: workshop.code, lobbyOpen: true });
		expect(json.links.map(({ role }: { role: string }) => role)).toEqual([
			'facilitator',
			...others
		]);
		for (const link of json.links) expect(Date.parse(link.expiresAt)).toBeGreaterThan(Date.now());
		for (const link of Object.values(workshop.links)) {
			expect(text).not.toContain(link.split('#')[1]);
		}
	});

	test.each(others)('tells a %s who they are and nothing of how others come in', async (role) => {
		const { json } = await view(people[role]);
		const told = ['deletedAt', 'epoch', 'id', 'language', 'member', 'namesKeptDays', 'title'];
		expect(Object.keys(json).sort()).toEqual(told);
		expect(json).toMatchObject({
			deletedAt: null,
			title: demo.workshop.title,
			language: 'nl',
			member: { role, name: `Name of the ${role}` }
		});
	});
});

describe('GET /api/workshops/<id>/session', () => {
	const session = (visitor: Visitor) => visitor.get(`/api/workshops/${workshop.id}/session`);

	test('shows what everybody may see: phase, lobby, challenges and revealed rounds', async () => {
		const { json } = await session(people.observer);
		expect(json).toMatchObject({ phase: 'free', lobbyOpen: true, member: { role: 'observer' } });
		expect(json.challenges).toHaveLength(demo.challenges.length);
		expect(json.rounds).toHaveLength(demo.rounds.length);
	});

	test('shows a facilitator who is who', async () => {
		const { json } = await session(anna());
		expect(json.members.map(({ name }: { name: string | null }) => name)).toEqual([
			null,
			...others.map((role) => `Name of the ${role}`)
		]);
	});

	test.each(others)('shows a %s who is there, but no names of others', async (role) => {
		const { json, text } = await session(people[role]);
		expect(json.members.map((member: { role: string }) => member.role)).toEqual([
			'facilitator',
			...others
		]);
		for (const other of others.filter((one) => one !== role)) {
			expect(text).not.toContain(`Name of the ${other}`);
		}
	});
});

test('an answer is kept in no cache', async () => {
	for (const path of ['', '/session', '/file']) {
		const { headers } = await anna().get(`/api/workshops/${workshop.id}${path}`);
		expect(headers.get('cache-control')).toBe('no-store');
	}
});

test('asking for the headers only gives those', async () => {
	const { status, text } = await anna().request('HEAD', '/healthz');
	expect([status, text]).toEqual([200, '']);
});

test('more than the server reads at all is refused in words as well', async () => {
	const body = `{"file":"${'x'.repeat(7_000_000)}"}`;
	const answer = await anna().request('POST', '/api/workshops', body);
	expect(answer.status).toBe(413);
	expect(answer.json.error.code).toBe('too-large');
});
