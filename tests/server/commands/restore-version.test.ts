import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { exampleText } from '../../domain/examples.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Created, Visitor } from '../visitor.ts';

let server: RunningServer;
let anna: Visitor;
let workshop: Created;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start({ file: JSON.parse(exampleText('minimal.en')) });
	await anna.put(`/api/workshops/${workshop.id}/file`, exampleText('demo-riverside.en'));
});

const titles = async () => {
	const { json } = await anna.get(`/api/workshops/${workshop.id}/file`);
	return json.measures.map(({ title }: { title: string }) => title);
};

const versions = async () =>
	(await anna.get(`/api/workshops/${workshop.id}/versions`)).json.versions;

test('the facilitator sees which versions there are, why, and before whose change', async () => {
	await anna.command(workshop.id, { type: 'set-profile', name: 'Anna' });
	expect(await versions()).toEqual([
		{
			id: expect.any(String),
			label: 'before-import',
			name: null,
			at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
			bytes: expect.any(Number),
			by: { name: 'Anna', role: 'facilitator' }
		}
	]);
});

test('a version comes back as a new change, with what was there kept as a version', async () => {
	const imported = await titles();
	const [before] = await versions();
	const answer = await anna.command(workshop.id, {
		type: 'restore-version',
		versionId: before.id
	});
	expect(answer.status).toBe(200);
	const minimal = JSON.parse(exampleText('minimal.en'));
	expect(await titles()).toEqual(minimal.measures.map(({ title }: { title: string }) => title));
	const [latest, ...older] = await versions();
	expect([latest.label, older.length]).toEqual(['before-restore', 1]);
	await anna.command(workshop.id, { type: 'restore-version', versionId: latest.id });
	expect(await titles()).toEqual(imported);
});

test('what is kept under a name is listed by it, can be looked into, and is there until the workshop is gone', async () => {
	const there = await titles();
	const kept = await anna.command(workshop.id, {
		type: 'keep-version',
		name: ' Before the break '
	});
	expect(kept.status).toBe(200);
	await anna.put(`/api/workshops/${workshop.id}/file`, exampleText('minimal.en'));
	const named = (await versions()).find(({ name }: { name: string | null }) => name !== null);
	expect([named.name, named.label]).toEqual(['Before the break', 'named']);
	const { json } = await anna.get(`/api/workshops/${workshop.id}/versions/${named.id}`);
	expect(json.content.measures.map(({ title }: { title: string }) => title)).toEqual(there);
	expect(await titles()).not.toEqual(there);
});

test('a version without a name is refused with the place where it is missing', async () => {
	const answer = await anna.command(workshop.id, { type: 'keep-version', name: '  ' });
	expect([answer.status, answer.json.error.path]).toEqual([400, 'name']);
});

test("another workshop's version is not here", async () => {
	const [version] = await versions();
	const other = server.visitor();
	const elsewhere = await other.start();
	const command = { type: 'restore-version', versionId: version.id };
	const answer = await other.command(elsewhere.id, command);
	expect([answer.status, answer.json.error.code]).toEqual([404, 'not-here']);
	const looked = await other.get(`/api/workshops/${elsewhere.id}/versions/${version.id}`);
	expect([looked.status, looked.json.error.code]).toEqual([404, 'not-here']);
});
