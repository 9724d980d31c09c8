import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	CorruptRoomError,
	DirectoryInUseError,
	NewerDatabaseError,
	UnusableDirectoryError
} from '#lib/server/store/errors.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import { SqliteDatabase } from '#lib/server/store/sqlite/database.ts';
import type { Store } from '#lib/server/store/store.ts';
import { behavesAsStore } from './behaviour.ts';
import { bytes, workshop } from './examples.ts';
import { keepsFigures } from './figures.ts';
import { keepsTerms } from './retention-behaviour.ts';

let numbered = 0;
const newId = () => `id${(numbered += 1)}`;

function temporaryFolder(): string {
	return mkdtempSync(join(tmpdir(), 'tegenwicht-store-'));
}

describe('the SQLite store', () => {
	behavesAsStore(openEmpty);
	keepsFigures(openEmpty);
	keepsTerms(openEmpty);

	async function openEmpty(now: () => number) {
		const directory = temporaryFolder();
		let store = openSqliteStore({ directory, now, newId });
		await store.migrate();
		return {
			store,
			reopen: async () => {
				await store.close();
				store = openSqliteStore({ directory, now, newId });
				await store.migrate();
				return store;
			},
			discard: async () => {
				await store.close();
				rmSync(directory, { recursive: true });
			}
		};
	}
});

describe('the SQLite file', () => {
	const room = 'aaaa/board';
	let folder: string;
	let directory: string;
	let store: Store;

	const open = () => openSqliteStore({ directory, now: () => 1000, newId });

	beforeEach(async () => {
		folder = temporaryFolder();
		directory = join(folder, 'made', 'when', 'missing');
		store = open();
		await store.migrate();
		await store.createWorkshop(workshop('aaaa'));
		const updates = ['first', 'update', 'third'].map(bytes);
		await store.append(
			updates.map((update) => ({ room, memberId: 'm1', update, newClients: [1] }))
		);
		await store.compact(room, bytes('state'), 1);
	});
	afterEach(async () => {
		await store.close();
		rmSync(folder, { recursive: true });
	});

	/** Does with the closed file what a failing disk or a careless hand could do. */
	async function damage(sql: string): Promise<void> {
		await store.close();
		const database = new DatabaseSync(join(directory, 'tegenwicht.db'));
		database.exec(sql);
		database.close();
		store = open();
		await store.migrate();
	}

	test.each([
		['a changed update', "UPDATE room_log SET bytes = CAST('updaTe' AS BLOB) WHERE sequence = 2"],
		['an update under another name', "UPDATE room_log SET member_id = 'm2' WHERE sequence = 2"],
		[
			'updates that changed places',
			'UPDATE room_log SET sequence = -sequence; UPDATE room_log SET sequence = 5 + sequence'
		],
		['a missing update', 'DELETE FROM room_log WHERE sequence = 2'],
		['a missing last update', 'DELETE FROM room_log WHERE sequence = 3'],
		[
			'a missing update of which the count was hidden',
			'DELETE FROM room_log WHERE sequence = 2; UPDATE rooms SET sequence = 2'
		],
		['a changed state', "UPDATE room_states SET bytes = CAST('statE' AS BLOB)"],
		[
			'a missing state of which the updates are gone as well',
			'DELETE FROM room_states; DELETE FROM room_log WHERE sequence = 1'
		],
		['a hash that was cut off', 'UPDATE room_states SET hash = substr(hash, 1, 8)']
	])('%s is noticed and the room is not served', async (_, sql) => {
		expect((await store.loadRoom(room)).updates).toHaveLength(2);
		await damage(sql);
		await expect(store.loadRoom(room)).rejects.toThrow(CorruptRoomError);
	});

	test('a changed version is noticed', async () => {
		const kept = { label: '', memberId: null, state: bytes('version') };
		const { id } = await store.saveVersion(room, kept);
		await damage("UPDATE versions SET bytes = CAST('versioN' AS BLOB)");
		await expect(store.loadVersion(room, id)).rejects.toThrow(CorruptRoomError);
	});

	test('a database of a newer program is refused with a sentence and left alone', async () => {
		await store.close();
		const database = new DatabaseSync(join(directory, 'tegenwicht.db'));
		database.exec('PRAGMA user_version = 900');
		database.close();
		store = open();
		await expect(store.migrate()).rejects.toThrow(NewerDatabaseError);
		await expect(store.migrate()).rejects.toThrow(/version 900.*start a newer Tegenwicht/);
	});

	test('a second server on the same folder is refused', () => {
		expect(open).toThrow(DirectoryInUseError);
	});

	test('a commit is synced to disk before it is called done', () => {
		const database = new SqliteDatabase(join(directory, 'other.db'));
		expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' });
		expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 });
		expect(database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 });
		database.close();
	});

	test('what was called done is there after the process was killed', async () => {
		await store.close();
		const script = new URL('./append-until-killed.ts', import.meta.url).pathname;
		const writer = spawn(process.execPath, [script, directory], {
			stdio: ['ignore', 'pipe', 'inherit']
		});
		let done = 0;
		for await (const line of createInterface({ input: writer.stdout })) {
			done = Number(line);
			if (done === 200) writer.kill('SIGKILL');
		}
		store = open();
		expect(done).toBeGreaterThanOrEqual(200);
		expect((await store.loadRoom(room)).sequence).toBeGreaterThanOrEqual(done);
	});

	test('a folder that cannot be made is refused by name', () => {
		const impossible = { directory: '/dev/null/data', now: () => 0, newId };
		expect(() => openSqliteStore(impossible)).toThrow(UnusableDirectoryError);
		expect(() => openSqliteStore(impossible)).toThrow(/DATA_DIR "\/dev\/null\/data"/);
	});
});
