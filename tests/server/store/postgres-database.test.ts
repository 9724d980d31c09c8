import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	CorruptRoomError,
	NewerDatabaseError,
	UnusableDatabaseError
} from '#lib/server/store/errors.ts';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import { SqliteDatabase } from '#lib/server/store/sqlite/database.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { deed } from './deed-behaviour.ts';
import { bytes, workshop } from './examples.ts';
import { forecast } from './forecast-behaviour.ts';
import { findPostgres } from './postgres/cluster.ts';
import type { Databases } from './postgres/databases.ts';
import { sharedCluster } from './postgres/shared-cluster.ts';

let numbered = 0;
const surroundings = { now: () => 1000, newId: () => `id${(numbered += 1)}` };

describe.runIf(findPostgres())('the PostgreSQL database', () => {
	const room = 'aaaa/board';
	const postgres = sharedCluster();
	let opened: Awaited<ReturnType<Databases['open']>>;
	let store: Store;

	beforeEach(async () => {
		opened = await postgres.databases.open(surroundings);
		store = opened.store;
		await store.createWorkshop(workshop('aaaa'));
	});
	afterEach(() => opened.discard());

	const byHand = (sql: string) => postgres.databases.byHand(opened.name, sql);
	const another = () =>
		openPostgresStore({ ...surroundings, url: postgres.cluster.urlOf(opened.name) });

	describe('keeps what is on record', () => {
		beforeEach(async () => {
			await store.recordDeed(deed());
			await store.sealForecast(forecast());
		});

		test.each([
			['changed', "UPDATE deeds SET body = '{}'"],
			['deleted', 'DELETE FROM deeds'],
			['deleted all at once', 'TRUNCATE deeds'],
			['deleted with all workshops at once', 'TRUNCATE workshops CASCADE'],
			[
				'replaced by its id',
				"INSERT INTO deeds (id, workshop_id, kind, subject, member_id, at, body) VALUES ('m1.c1', 'aaaa', 'k', 's', 'm2', 1, '{}') ON CONFLICT DO NOTHING"
			]
		])('a deed cannot be %s, also not by hand', async (_, sql) => {
			await expect(byHand(sql)).rejects.toThrow('What is on record can not be');
			expect(await store.listDeeds('aaaa')).toEqual([deed()]);
		});

		const columns = '(id, workshop_id, number, text, sha256, previous, sealed_at)';
		test.each([
			['changed', "UPDATE forecasts SET text = '{}'"],
			['deleted', 'DELETE FROM forecasts'],
			['deleted all at once', 'TRUNCATE forecasts'],
			[
				'replaced',
				`INSERT INTO forecasts ${columns} VALUES ('f2', 'aaaa', 1, '{}', 'a', NULL, 1) ON CONFLICT DO NOTHING`
			],
			[
				'put anywhere but after the last one',
				`INSERT INTO forecasts ${columns} VALUES ('f2', 'aaaa', 3, '{}', 'a', NULL, 1)`
			]
		])('a sealed forecast cannot be %s, also not by hand', async (sentence, sql) => {
			const verb = sentence.split(' ')[0]!;
			await expect(byHand(sql)).rejects.toThrow(`A sealed forecast can not be ${verb}`);
			expect(await store.listForecasts('aaaa')).toEqual([forecast()]);
		});
	});

	test.each([
		['a changed update', "UPDATE room_log SET bytes = 'updaTe' WHERE sequence = 2"],
		['a missing update', 'DELETE FROM room_log WHERE sequence = 2'],
		['a missing last update', 'DELETE FROM room_log WHERE sequence = 3'],
		['a changed state', "UPDATE room_states SET bytes = 'statE'"]
	])('%s is noticed and the room is not served', async (_, sql) => {
		const updates = ['first', 'update', 'third'].map(bytes);
		await store.append(
			updates.map((update) => ({ room, memberId: 'm1', update, newClients: [1] }))
		);
		await store.compact(room, bytes('state'), 1);
		expect((await store.loadRoom(room)).updates).toHaveLength(2);
		await byHand(sql);
		await expect(store.loadRoom(room)).rejects.toThrow(CorruptRoomError);
	});

	test('of a newer program is refused with a sentence and left alone', async () => {
		const [own] = await byHand('SELECT version FROM shape');
		await byHand('UPDATE shape SET version = 900');
		await expect(another().migrate()).rejects.toThrow(NewerDatabaseError);
		await expect(store.probe()).rejects.toThrow(/version 900.*start a newer Tegenwicht/);
		await byHand(`UPDATE shape SET version = ${own?.version}`);
	});

	test('that is not there is told in a sentence without the password', async () => {
		const url = postgres.cluster.urlOf('nowhere').replace('postgres@', 'postgres:secret@');
		const nowhere = openPostgresStore({ ...surroundings, url });
		await expect(nowhere.migrate()).rejects.toThrow(UnusableDatabaseError);
		await expect(nowhere.migrate()).rejects.toThrow(
			/^The database of DATABASE_URL cannot be used: database "nowhere" does not exist\. See/
		);
		await expect(nowhere.migrate()).rejects.not.toThrow(/secret/);
		await nowhere.close();
	});

	test('gives the room of what was deleted free', async () => {
		await store.append(
			Array.from({ length: 500 }, () => ({
				...{ room, memberId: null, update: new Uint8Array(1000), newClients: [] }
			}))
		);
		const timesWiped = async () => {
			const counting = "SELECT vacuum_count FROM pg_stat_user_tables WHERE relname = 'room_log'";
			return Number((await byHand(counting))[0]?.vacuum_count);
		};
		const before = await timesWiped();
		await store.deleteWorkshop('aaaa');
		await store.wipeDeleted();
		await expect.poll(timesWiped, { timeout: 20_000 }).toBeGreaterThan(before);
	});

	test('is made once by servers that start at the same moment', async () => {
		const url = postgres.cluster.urlOf(await postgres.databases.empty());
		const stores = Array.from({ length: 4 }, () => openPostgresStore({ ...surroundings, url }));
		await Promise.all(stores.map((one) => one.migrate()));
		await stores[0]!.createWorkshop(workshop('aaaa'));
		await Promise.all(stores.map((one) => one.migrate()));
		expect(await stores[3]!.findWorkshop('aaaa')).toBeDefined();
		await Promise.all(stores.map((one) => one.close()));
	});

	test('syncs to disk before it says that something is written, whatever it was set to', async () => {
		await byHand(`ALTER DATABASE ${opened.name} SET synchronous_commit = off;
			CREATE TABLE noted (setting TEXT);
			CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
				INSERT INTO noted SELECT current_setting('synchronous_commit'); RETURN NEW;
			END $$;
			CREATE TRIGGER note BEFORE INSERT ON room_log FOR EACH ROW EXECUTE FUNCTION note()`);
		store = await opened.reopen();
		await store.append([{ room, memberId: null, update: bytes('u'), newClients: [] }]);
		expect(await byHand('SELECT * FROM noted')).toEqual([{ setting: 'on' }]);
		await byHand('DROP TRIGGER note ON room_log; DROP FUNCTION note; DROP TABLE noted');
	});

	test('has the tables and columns that SQLite has, and those of the servers that share it', async () => {
		const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-shape-'));
		const sqlite = openSqliteStore({ ...surroundings, directory });
		await sqlite.migrate();
		await sqlite.close();
		const file = new SqliteDatabase(join(directory, 'tegenwicht.db'));
		const expected = file.all<{ column: string }>(
			`SELECT t.name || '.' || c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
			WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY 1`
		);
		file.close();
		rmSync(directory, { recursive: true });
		const rows = await byHand(
			`SELECT table_name || '.' || column_name AS column FROM information_schema.columns
			WHERE table_schema = 'public' AND table_name NOT IN ('shape', 'nodes', 'room_lease')
			AND column_name <> 'rowid'`
		);
		expect(rows.map(({ column }) => column).sort()).toEqual(expected.map(({ column }) => column));
	});
});
