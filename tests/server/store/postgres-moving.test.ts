import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { movedTables } from '#lib/server/store/moving/tables.ts';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { ForecastRow, Store } from '#lib/server/store/store.ts';
import { run } from '../../../src/cli/run.ts';
import { keepingTerminal } from '../../cli/terminal.ts';
import { deed } from './deed-behaviour.ts';
import { bytes, hash, link, member, workshop } from './examples.ts';
import { forecast } from './forecast-behaviour.ts';
import { findPostgres } from './postgres/cluster.ts';
import { sharedCluster } from './postgres/shared-cluster.ts';

let numbered = 0;
const surroundings = { now: () => 1000, newId: () => `id${(numbered += 1)}` };
const room = 'aaaa/board';
const estimate = { giver: 'm1', partyId: null, numbers: null, reason: 'geen idee' };

/** A forecast with the hash that belongs to its text. */
function sealed(change: Partial<ForecastRow>): ForecastRow {
	const text = JSON.stringify({ number: change.number ?? 1 });
	const sha256 = createHash('sha256').update(text).digest('hex');
	return forecast({ text, sha256, ...change });
}

/** Writes something in every table. */
async function fill(store: Store): Promise<void> {
	const links = [link('aaaa', 'facilitator'), link('aaaa', 'participant')];
	await store.createWorkshop(workshop('aaaa', { links, code: 'ABCD2345' }));
	await store.createWorkshop(workshop('bbbb'));
	await store.addMember(member('m1', 'aaaa', { name: 'Zoë 🌳', linkId: links[0]!.id }), hash('d1'));
	await store.addMember(member('m2', 'aaaa', { name: 'Ali\0ce' }), hash('d2'));
	await store.grantWorkspace(hash('d1'), 'space-aaaa');
	await store.recordCommand('m1', 'c1', '{"ok":true}');
	await store.append(
		['een', 'twee', 'drie'].map((text, place) => ({
			...{ room, memberId: place === 1 ? null : 'm1', update: bytes(text), newClients: [place] }
		}))
	);
	await store.compact(room, bytes('state'), 2);
	await store.saveVersion(room, {
		label: 'named',
		name: 'Eerste',
		memberId: 'm1',
		state: bytes('v')
	});
	await store.recordDeed(deed());
	await store.handIn({ workshopId: 'aaaa', gathering: 'g', memberId: 'm1', item: 'i', body: '{}' });
	const first = sealed({});
	await store.sealForecast(first);
	await store.sealForecast(sealed({ id: 'm1.c2', number: 2, previous: first.sha256 }));
	await store.addApiToken({
		...{ id: 't', workshopId: 'aaaa', label: 'dashboard', tokenHash: hash('t'), createdAt: 1 }
	});
	await answer(store);
	await importFigures(store);
}

async function answer(store: Store): Promise<void> {
	const subject = { kind: 'round', effectId: 'e', field: 'size', round: 1, note: '' } as const;
	const conditions = { anonymous: true, hidden: true, minGroupSize: 3, openedAt: 1 };
	await store.openRound({ id: 'r', workshopId: 'aaaa', subject, ...conditions });
	await store.submitEstimate('r', estimate);
	const vote = { kind: 'dots', question: '?', options: [], dots: 1 } as const;
	await store.openVote({ id: 'v', workshopId: 'aaaa', subject: vote, openedAt: 1 });
	await store.castVote('v', 'm1', ['o1']);
	await store.replaceSpeakerNotes('aaaa', { step: 'Welkom' });
}

async function importFigures(store: Store): Promise<void> {
	const value = { period: '2024', indicator: 'i', version: 'own' };
	await store.keepMapping('aaaa', 'ab'.repeat(32), { decimalMark: ',', roles: [[1, 'period']] });
	await store.importBatch({
		workshopId: 'aaaa',
		batch: {
			...{ source: 'own-long', fileName: 'f.csv', fileHash: 'ab'.repeat(32), vintage: null },
			areas: [{ code: 'BU1', name: 'Één' }],
			indicators: [{ key: 'i', name: 'I', unit: '%' }],
			observations: [
				{ ...value, area: 'BU1', value: 0.1 + 0.2, status: 'ok' },
				{ ...value, area: 'BU2', value: null, status: 'suppressed' }
			]
		},
		onSameKey: 'skip'
	});
}

describe.runIf(findPostgres())('moving a store from SQLite to PostgreSQL', () => {
	const postgres = sharedCluster();
	let directory: string;
	let source: Store;
	let target: string;

	beforeEach(async () => {
		directory = mkdtempSync(join(tmpdir(), 'tegenwicht-moving-'));
		source = openSqliteStore({ ...surroundings, directory });
		await source.migrate();
		await fill(source);
		target = await postgres.databases.empty();
	});
	afterEach(async () => {
		await source.close();
		rmSync(directory, { recursive: true });
	});

	async function move() {
		const { terminal, written } = keepingTerminal();
		const args = ['migrate-store', '--from', directory, '--to', postgres.cluster.urlOf(target)];
		return { code: await run(args, terminal), ...written };
	}

	/** What is in the target's tables; none when it has no tables. */
	const rowsOf = async (table: string) =>
		(await postgres.databases.byHand(target, `SELECT * FROM ${table}`)).length;

	test('takes along every row of every table, and says what it took', async () => {
		await source.close();
		const { code, output, said } = await move();
		expect(said).toContain('found them equal');
		expect(code).toBe(0);
		const { tables, replaced } = JSON.parse(output);
		for (const { table, rows } of tables) {
			expect([table, rows]).toEqual([table, expect.any(Number)]);
			expect(rows, `${table} is tested with a row`).toBeGreaterThan(0);
			expect(await rowsOf(table)).toBe(rows);
		}
		expect(tables).toHaveLength(movedTables.length);
		expect(replaced).toBe(1);
	});

	test('gives the same answers as before, and goes on from there', async () => {
		const asked = async (store: Store) => [
			await store.loadRoom(room),
			await store.loadHistory(room, 0),
			await store.listVersions(room),
			(await store.listMembers('aaaa')).map(({ id }) => id),
			await store.activeLinks('aaaa'),
			await store.memberOfDevice(hash('d1'), 'aaaa'),
			await store.workshopsOfDevice(hash('d1')),
			await store.listDeeds('aaaa'),
			await store.listForecasts('aaaa'),
			await store.listEstimates('r'),
			await store.observationsOfAreas('aaaa', ['BU1', 'BU2']),
			await store.listBatches('aaaa')
		];
		const before = await asked(source);
		await source.close();
		expect(await move()).toMatchObject({ code: 0 });
		const moved = openPostgresStore({ ...surroundings, url: postgres.cluster.urlOf(target) });
		await moved.migrate();
		expect(await asked(moved)).toEqual(before);
		expect((await moved.findMember('aaaa', 'm2'))?.name).toBe('Ali\uFFFDce');
		const entry = { room, memberId: 'm1', update: bytes('vier'), newClients: [] };
		expect(await moved.append([entry])).toEqual(new Map([[room, 4]]));
		await moved.recordDeed(deed({ id: 'm1.c9' }));
		await moved.addMember(member('m3', 'aaaa'), hash('d3'));
		expect((await moved.listMembers('aaaa')).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
		await moved.close();
	});

	test('refuses a folder of which a server is running, and writes nothing', async () => {
		expect(await move()).toMatchObject({
			...{ code: 1, output: '', said: expect.stringContaining('Another Tegenwicht server') }
		});
		await expect(rowsOf('workshops')).rejects.toThrow('does not exist');
	});

	test('refuses a database with something in it, and leaves that alone', async () => {
		await source.close();
		expect(await move()).toMatchObject({ code: 0 });
		expect(await move()).toMatchObject({
			...{ code: 1, output: '', said: expect.stringContaining('is not empty: workspaces') }
		});
		expect(await rowsOf('workshops')).toBe(2);
	});

	test('refuses a damaged folder, and writes nothing', async () => {
		await source.close();
		const file = new DatabaseSync(join(directory, 'tegenwicht.db'));
		file.exec("UPDATE room_log SET bytes = CAST('driE' AS BLOB) WHERE sequence = 3");
		file.close();
		expect(await move()).toMatchObject({
			...{ code: 1, said: expect.stringContaining('is damaged: restore a backup') }
		});
		await expect(rowsOf('workshops')).rejects.toThrow('does not exist');
	});

	test('writes nothing when PostgreSQL gives other rows back than were written', async () => {
		const store = openPostgresStore({ ...surroundings, url: postgres.cluster.urlOf(target) });
		await store.migrate();
		await store.close();
		// A trigger that somebody put there changes what is written.
		await postgres.databases.byHand(
			target,
			`CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				NEW.text = upper(NEW.text); RETURN NEW;
			END $$;
			CREATE TRIGGER shout BEFORE INSERT ON speaker_notes FOR EACH ROW EXECUTE FUNCTION shout()`
		);
		await source.close();
		const { code, output, said } = await move();
		expect({ code, output }).toEqual({ code: 1, output: '' });
		expect(said).toContain('Nothing was moved: PostgreSQL gave back other rows of speaker_notes');
		expect(await rowsOf('workshops')).toBe(0);
	});

	test('says what is missing on the command line', async () => {
		const { terminal, written } = keepingTerminal();
		expect(await run(['migrate-store', '--from', directory], terminal)).toBe(2);
		expect(written.said).toContain('Name the folder with --from');
		expect(await run(['backup', '.', '--data', postgres.cluster.urlOf(target)], terminal)).toBe(2);
		expect(written.said).toContain('Back up PostgreSQL with pg_dump');
	});
});
