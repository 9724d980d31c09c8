import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { deed } from './deed-behaviour.ts';
import { workshop } from './examples.ts';

let directory: string;
let store: Store;
const open = () => openSqliteStore({ directory, now: () => 1000, newId: () => 'id' });

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), 'tegenwicht-record-'));
	store = open();
	await store.migrate();
	await store.createWorkshop(workshop('aaaa'));
	await store.recordDeed(deed());
});
afterEach(async () => {
	await store.close();
	rmSync(directory, { recursive: true });
});

/** Does something to the database file by hand, past the program. */
async function byHand(sql: string): Promise<void> {
	await store.close();
	const database = new DatabaseSync(join(directory, 'tegenwicht.db'));
	try {
		database.exec(sql);
	} finally {
		database.close();
		store = open();
	}
}

describe('what was said', () => {
	test.each([
		['changed', "UPDATE deeds SET body = '{}'"],
		['put under another name', "UPDATE deeds SET member_id = 'm2'"],
		['deleted', 'DELETE FROM deeds'],
		[
			'replaced by its id',
			"INSERT OR REPLACE INTO deeds (id, workshop_id, kind, subject, member_id, at, body) VALUES ('m1.c1', 'aaaa', 'k', 's', 'm2', 1, '{}')"
		],
		[
			'replaced by its number',
			"INSERT OR REPLACE INTO deeds VALUES (1, 'm1.c9', 'aaaa', 'k', 's', 'm2', 1, '{}')"
		],
		[
			'overwritten',
			"INSERT INTO deeds (id, workshop_id, kind, subject, member_id, at, body) VALUES ('m1.c1', 'aaaa', 'k', 's', 'm2', 1, '{}') ON CONFLICT (id) DO UPDATE SET body = '{}'"
		]
	])('can not be %s, also not in the database itself', async (_, sql) => {
		await expect(byHand(sql)).rejects.toThrow('What is on record can not be');
		expect(await store.listDeeds('aaaa')).toEqual([deed()]);
	});

	test('goes when the whole workshop goes', async () => {
		await byHand("PRAGMA foreign_keys = ON; DELETE FROM workshops WHERE id = 'aaaa'");
		expect(await store.listDeeds('aaaa')).toEqual([]);
	});
});
