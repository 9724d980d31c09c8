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

test("another workshop's version is not here", async () => {
	const [version] = await versions();
	const other = server.visitor();
	const elsewhere = await other.start();
	const command = { type: 'restore-version', versionId: version.id };
	const answer = await other.command(elsewhere.id, command);
	expect([answer.status, answer.json.error.code]).toEqual([404, 'not-here']);
});
