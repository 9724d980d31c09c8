import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseWorkshopFile, serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import { tokenOf } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);
const minimal = JSON.parse(readFileSync(new URL('minimal.en.json', fixtures), 'utf8'));

describe('POST /api/workshops', () => {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer();
	}, 120_000);
	afterAll(() => server.stop());

	test('an empty request makes an empty workshop with a link per role, a workspace and a code', async () => {
		const anna = server.visitor();
		const answer = await anna.post('/api/workshops', {});
		expect(answer.status).toBe(201);
		const { id, links, code } = answer.json;
		expect(id).toMatch(/^[a-z0-9]{16}$/);
		expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
		for (const role of ['facilitator', 'participant', 'critic', 'observer']) {
			expect(links[role]).toMatch(/^\/join#[A-Za-z0-9_-]{22}$/);
		}
		expect(links.workspace).toMatch(/^\/workspace#[A-Za-z0-9_-]{22}$/);
		expect(new Set(Object.values(links)).size).toBe(5);
	});

	test('a request without a body is an empty request', async () => {
		const answer = await server.visitor().request('POST', '/api/workshops');
		expect(answer.status).toBe(201);
	});

	test('whoever starts it is its facilitator at once', async () => {
		const anna = server.visitor();
		const { id } = await anna.start();
		const workshop = await anna.get(`/api/workshops/${id}`);
		expect(workshop.json).toMatchObject({ id, epoch: 1, member: { role: 'facilitator' } });
		const mine = await anna.get('/api/mine');
		expect(mine.json.workshops).toMatchObject([{ id, role: 'facilitator' }]);
	});

	test('an empty workshop has the title and language that were asked for', async () => {
		const anna = server.visitor();
		const { id } = await anna.start({ title: '  Havenkwartier ', language: 'en' });
		const { json } = await anna.get(`/api/workshops/${id}/file`);
		expect(json.workshop).toMatchObject({ title: 'Havenkwartier', language: 'en' });
		expect(json).toMatchObject({ parties: [], measures: [], effects: [], scenarios: [] });
	});

	test("without a title or language it has a title in the visitor's language", async () => {
		const anna = server.visitor();
		anna.headers = { 'accept-language': 'en' };
		const { id } = await anna.start();
		const { json } = await anna.get(`/api/workshops/${id}/file`);
		expect(json.workshop).toMatchObject({ title: 'New workshop', language: 'en' });
	});

	test.each([
		['nl', 'demo-molenwijk.nl.json'],
		['en', 'demo-riverside.en.json']
	])(
		'the example in %s is a copy of one’s own, complete to the last field',
		async (language, file) => {
			const anna = server.visitor();
			const { id } = await anna.start({ template: 'demo', language });
			const exported = await anna.get(`/api/workshops/${id}/file`);
			const original = readFileSync(new URL(file, fixtures), 'utf8');
			const { file: complete } = parseWorkshopFile(original);
			expect(exported.text).toBe(serialiseWorkshopFile(complete!));
			expect((await server.visitor().start({ template: 'demo', language })).id).not.toBe(id);
		}
	);

	test.each([
		['in the field file', { file: minimal }],
		['as it is', minimal]
	])('a workshop file %s becomes the workshop', async (_, request) => {
		const anna = server.visitor();
		const { id } = await anna.start(request);
		const exported = await anna.get(`/api/workshops/${id}/file`);
		expect(exported.json.workshop.title).toBe(minimal.workshop.title);
		expect(exported.json.measures).toHaveLength(minimal.measures.length);
	});

	test('a file with problems is refused with the place of each, and nothing is made', async () => {
		const anna = server.visitor();
		const file = { ...minimal, workshop: { ...minimal.workshop, startYear: 'soon' }, parties: 7 };
		const answer = await anna.post('/api/workshops', { file });
		expect(answer.status).toBe(400);
		expect(answer.json.error).toMatchObject({ code: 'bad-file', path: 'workshop.startYear' });
		expect(answer.json.problems.map(({ path }: { path: string }) => path)).toEqual([
			'workshop.startYear',
			'parties'
		]);
		expect((await anna.get('/api/mine')).json.workshops).toEqual([]);
	});

	test('what a file has too much is left out with a warning', async () => {
		const answer = await server
			.visitor()
			.post('/api/workshops', { file: { ...minimal, extra: 1 } });
		expect(answer.status).toBe(201);
		expect(answer.json.warnings).toMatchObject([{ path: 'extra' }]);
	});

	test.each([
		['"text"', 400, 'malformed'],
		['{"template":"other"}', 400, 'malformed'],
		['{"language":"fr"}', 400, 'malformed'],
		['not json', 400, 'malformed'],
		[`{"file":"${'x'.repeat(5_200_000)}"}`, 413, 'too-large']
	])('%.20s is refused with %d %s', async (body, status, code) => {
		const answer = await server.visitor().request('POST', '/api/workshops', body);
		expect(answer.status).toBe(status);
		expect(answer.json.error.code).toBe(code);
	});

	test('a file of nearly 5 MB is taken, deeply nested nonsense in it is not followed', async () => {
		const padded = { ...minimal, extra: 'x'.repeat(4_900_000) };
		expect((await server.visitor().post('/api/workshops', padded)).status).toBe(201);
		const deep = `{"file":{"format":"tegenwicht/workshop","version":1,"parties":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`;
		const answer = await server.visitor().request('POST', '/api/workshops', deep);
		expect(answer.json.error.code).toBe('bad-file');
	});

	describe('workspaces', () => {
		test('a workshop started with a workspace token lies in that workspace', async () => {
			const anna = server.visitor();
			const first = await anna.start();
			const workspaceToken = tokenOf(first.links.workspace);
			const second = await server.visitor().start({ workspaceToken });
			const third = await server.visitor().start({ ...minimal, workspaceToken });
			expect(second.links.workspace).toBe(first.links.workspace);
			const { json } = await anna.get('/api/workspace');
			expect(json.workspaces).toHaveLength(1);
			expect(json.workspaces[0].workshops.map(({ id }: { id: string }) => id).sort()).toEqual(
				[first.id, second.id, third.id].sort()
			);
		});

		test('a workshop can be started in a workspace that this device has', async () => {
			const anna = server.visitor();
			await anna.start();
			const [{ id: workspaceId }] = (await anna.get('/api/workspace')).json.workspaces;
			const second = await anna.post('/api/workshops', { workspaceId, title: 'Second' });
			expect(second.status).toBe(201);
			expect(second.json.links.workspace).toBeNull();
			const { workspaces } = (await anna.get('/api/workspace')).json;
			expect(workspaces).toHaveLength(1);
			expect(workspaces[0].workshops).toHaveLength(2);
			const other = await server.visitor().post('/api/workshops', { workspaceId });
			expect(other.status).toBe(403);
		});

		test('a wrong workspace token is refused', async () => {
			const request = { workspaceToken: 'AAAAAAAAAAAAAAAAAAAAAA' };
			const answer = await server.visitor().post('/api/workshops', request);
			expect(answer.status).toBe(403);
			expect(answer.json.error).toMatchObject({ code: 'wrong-code', path: 'workspaceToken' });
		});
	});
});

describe('who may start workshops', () => {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer({ HOSTS: 'passphrase', HOSTS_PASSPHRASE: 'twee olifanten' });
	}, 120_000);
	afterAll(() => server.stop());

	test('with HOSTS=passphrase is who knows it, and who has a workspace already', async () => {
		const anna = server.visitor();
		expect((await anna.post('/api/workshops', {})).status).toBe(403);
		const wrong = await anna.post('/api/workshops', { passphrase: 'drie olifanten' });
		expect(wrong.json.error).toMatchObject({ code: 'wrong-passphrase', path: 'passphrase' });
		const right = await anna.start({ ...minimal, passphrase: 'twee olifanten' });
		const workspaceToken = tokenOf(right.links.workspace);
		expect((await server.visitor().post('/api/workshops', { workspaceToken })).status).toBe(201);
	});

	test('participants need no passphrase', async () => {
		const { links } = await server.visitor().start({ passphrase: 'twee olifanten' });
		expect((await server.visitor().join(links.participant)).status).toBe(200);
	});
});

test('one client that makes hundreds of workshops has to wait; another does not', async () => {
	const server = await startServer({ ORIGIN: 'http://arena.example' });
	try {
		const anna = server.visitor();
		anna.headers = { 'x-forwarded-for': '192.0.2.1' };
		for (let made = 0; made < 300; made++) await anna.start();
		const refused = await anna.post('/api/workshops', {});
		expect(refused.status).toBe(429);
		expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
		const bea = server.visitor();
		bea.headers = { 'x-forwarded-for': '192.0.2.2' };
		expect((await bea.post('/api/workshops', {})).status).toBe(201);
	} finally {
		await server.stop();
	}
}, 120_000);
