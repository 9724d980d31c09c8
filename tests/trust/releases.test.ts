import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardView } from '#lib/document/board-view.ts';
import { migrate } from '#lib/document/migrations/migrate.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { verifyStore } from '#lib/server/store/backup/verify.ts';
import { measuresIn } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import { until } from '../server/rooms/support/until.ts';
import { startServer, type RunningServer } from '../server/running-server.ts';

const folder = 'tests/fixtures/releases';
const releases = readdirSync(folder);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const patience = 120_000;

let server: RunningServer | undefined;
afterEach(async () => {
	await server?.stop();
	server = undefined;
});

const read = (release: string, name: string) => readFileSync(join(folder, release, name));
const told = (release: string) =>
	JSON.parse(read(release, 'told.json').toString()) as {
		readonly id: string;
		readonly cookie: string;
		readonly challenges: readonly object[];
	};

/** The folder of a server of that version, as it was stopped. */
function dataOf(release: string): string {
	const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-release-'));
	writeFileSync(join(directory, 'tegenwicht.db'), gunzipSync(read(release, 'tegenwicht.db.gz')));
	return directory;
}

test('what this version writes is kept for later ones', () => {
	expect(releases).toContain(version);
});

describe.each(releases)('what version %s wrote', (release) => {
	const workshopFile = parseWorkshopFile(read(release, 'workshop.json')).file;

	test('as a workshop file reads without a problem', () => {
		expect(parseWorkshopFile(read(release, 'workshop.json'))).toMatchObject({
			problems: [],
			warnings: []
		});
		expect(workshopFile?.measures.length).toBeGreaterThan(3);
	});

	test('as a document on a device is the same board, with what was not sent yet', () => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, new Uint8Array(read(release, 'device.bin')));
		expect(migrate(doc)).toBeUndefined();
		const { measures, effects, parties } = new BoardView(doc).content;
		expect(effects).toEqual(workshopFile?.effects);
		expect(parties).toEqual(workshopFile?.parties);
		const sent = measures.filter(({ id }) => id !== 'not-sent');
		expect(sent).toEqual(workshopFile?.measures);
		expect(measures).toHaveLength(sent.length + 1);
	});

	test(
		'as a database is opened, read, and written on',
		async () => {
			server = await startServer({}, dataOf(release));
			const { id, cookie, challenges } = told(release);
			const anna = server.visitor();
			anna.cookie = cookie;
			const place = `/api/workshops/${id}`;
			expect((await anna.get(`${place}/file`)).json).toEqual(workshopFile);
			expect((await anna.get(`${place}/session`)).json.challenges).toMatchObject(challenges);
			const { versions } = (await anna.get(`${place}/versions`)).json;
			const named = versions.find(({ name }: { name: string }) => name === 'Voor de pauze');
			expect((await anna.get(`${place}/versions/${named.id}`)).status).toBe(200);
			const forecasts = (await anna.get(`${place}/forecasts`)).json;
			expect(JSON.stringify(forecasts)).toContain('De wethouder wil beginnen.');
			expect((await anna.get(`${place}/members`)).text).toContain('Wilhelmina');

			const client = await RawClient.synced(
				{ syncAddress: `${server.origin.replace('http', 'ws')}/sync/${id}` },
				{ headers: { Cookie: cookie, Origin: server.origin } }
			);
			client.sendStepTwo(new Uint8Array(read(release, 'device.bin')));
			await until(() => client.acks.at(-1) === 2, 'what was not sent yet is saved', patience);
			await client.leave();
			const { measures } = (await anna.get(`${place}/file`)).json;
			expect(measures.map((one: { id: string }) => one.id)).toContain('not-sent');
			expect(await verifyStore(server.directory)).toMatchObject({ damage: [], forecasts: 1 });
		},
		patience
	);
});

describe('what a newer version wrote is refused with a sentence', () => {
	test('as a workshop file', () => {
		const newer = { format: 'tegenwicht/workshop', version: 2, surprises: [] };
		const { file, problems } = parseWorkshopFile(JSON.stringify(newer));
		expect(file).toBeUndefined();
		expect(problems).toEqual([
			expect.objectContaining({
				path: 'version',
				message: expect.stringMatching(/newer|version 2/i)
			})
		]);
	});

	test('as a document, which stays as it is', () => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, new Uint8Array(read(version, 'device.bin')));
		doc.getMap('meta').set('documentVersion', 900);
		const before = measuresIn(doc);
		expect(migrate(doc)?.message).toMatch(/version 900.*update the program/);
		expect(measuresIn(doc)).toEqual(before);
	});
});
