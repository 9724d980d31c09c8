import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Created, Visitor } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);
const sound = readFileSync(new URL('sound-example.nl.json', fixtures), 'utf8');
const demo = readFileSync(new URL('demo-molenwijk.nl.json', fixtures), 'utf8');

let server: RunningServer;
let anna: Visitor;
let workshop: Created;
let path: string;

beforeAll(async () => {
	server = await startServer();
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start(JSON.parse(sound));
	path = `/api/workshops/${workshop.id}/file`;
});

describe('GET file', () => {
	test('is the same for every member', async () => {
		const { text } = await anna.get(path);
		const olga = server.visitor();
		await olga.join(workshop.links.observer);
		expect((await olga.get(path)).text).toBe(text);
	});

	test('with ?download is saved under the title of the workshop', async () => {
		expect((await anna.get(path)).headers.get('content-disposition')).toBeNull();
		const { headers } = await anna.get(`${path}?download`);
		expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
		expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[^"]+\.json"; /);
	});

	test.each([
		[
			'Één wijk: "nu"/straks?',
			'Een wijk nu straks .json',
			'%C3%89%C3%A9n%20wijk%20nu%20straks.json'
		],
		['🏡\ud83c', 'workshop.json', '%F0%9F%8F%A1%EF%BF%BD.json'],
		['📋'.repeat(200), 'workshop.json', `${'%F0%9F%93%8B'.repeat(80)}.json`]
	])('the title %s makes a proper name', async (title, ascii, full) => {
		const { id } = await anna.start({ title: title.slice(0, 200) });
		const { headers } = await anna.get(`/api/workshops/${id}/file?download`);
		expect(headers.get('content-disposition')).toBe(
			`attachment; filename="${ascii.replace(' .json', '.json')}"; filename*=UTF-8''${full}`
		);
	});

	test('counts the people once there is a group', async () => {
		const own = JSON.parse(sound).workshop.people;
		expect((await anna.get(path)).json.workshop.people).toEqual(own);
		for (const role of ['participant', 'participant', 'critic', 'observer'] as const) {
			await server.visitor().join(workshop.links[role]);
		}
		const counted = { facilitator: 1, participant: 2, critic: 1 };
		expect((await anna.get(path)).json.workshop.people).toEqual(counted);
	});
});

describe('PUT file', () => {
	test('replaces what is on the board', async () => {
		const answer = await anna.put(path, demo);
		expect(answer.status).toBe(200);
		const { json } = await anna.get(path);
		expect(json.measures).toEqual(JSON.parse(demo).measures);
		expect(json.workshop.title).toBe(JSON.parse(demo).workshop.title);
		const mine = await anna.get('/api/mine');
		expect(mine.json.workshops[0].title).toBe(JSON.parse(demo).workshop.title);
	});

	test('leaves challenges, rounds and adoption alone and says so', async () => {
		const before = (await anna.get(path)).json;
		const { json } = await anna.put(path, demo);
		const paths = json.warnings.map((warning: { path: string }) => warning.path);
		expect(paths).toEqual(expect.arrayContaining(['rounds', 'challenges']));
		const after = (await anna.get(path)).json;
		expect(after.challenges).toHaveLength(before.challenges.length);
	});

	test.each([
		['{"format":"tegenwicht/workshop","version":1}', 'bad-file'],
		['{"format":"other"}', 'bad-file'],
		['not json', 'bad-file'],
		['', 'bad-file']
	])('%s is refused and the board stays', async (body, code) => {
		const before = await anna.get(path);
		const answer = await anna.put(path, body);
		expect(answer.status).toBe(400);
		expect(answer.json.error.code).toBe(code);
		expect((await anna.get(path)).text).toBe(before.text);
	});

	test('more than 5 MB is refused', async () => {
		const answer = await anna.put(path, `"${'x'.repeat(5_000_000)}"`);
		expect(answer.status).toBe(413);
		expect(answer.json.error.code).toBe('too-large');
	});

	test('keeps what was there as a version', async () => {
		await anna.put(path, demo);
		await server.stop({ keep: true });
		const { openSqliteStore } = await import('#lib/server/store/sqlite-store.ts');
		const { Board } = await import('#lib/document/board.ts');
		const Y = await import('yjs');
		const store = openSqliteStore({ directory: server.directory, now: () => 0, newId: () => '' });
		const room = `${workshop.id}/board`;
		const [version] = await store.listVersions(room);
		expect(version).toMatchObject({ label: 'before-import' });
		const { state } = (await store.loadVersion(room, version!.id))!;
		await store.close();
		const document = new Y.Doc();
		Y.applyUpdate(document, state);
		const board = new Board(document, { newId: () => 'unused', random: () => 0.5 });
		expect(board.content.measures).toEqual(JSON.parse(sound).measures);
		server = await startServer({}, server.directory);
	}, 60_000);
});
