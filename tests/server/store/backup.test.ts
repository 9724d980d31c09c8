import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeBackup } from '#lib/server/store/backup/backup.ts';
import { lastBackup } from '#lib/server/store/backup/last-backup.ts';
import { restoreBackup } from '#lib/server/store/backup/restore.ts';
import { verifyStore } from '#lib/server/store/backup/verify.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { run } from '../../../src/cli/run.ts';
import { keepingTerminal } from '../../cli/terminal.ts';
import { bytes, workshop } from './examples.ts';

const room = 'aaaa/board';
const noon = Date.UTC(2026, 6, 31, 12);
const day = 86_400_000;
let folder: string;
let data: string;
let store: Store;

const open = (directory: string) =>
	openSqliteStore({ directory, now: () => noon, newId: () => crypto.randomUUID() });
const back = (parts: { now?: number; keepDays?: number } = {}) =>
	makeBackup({
		...{ dataDirectory: data, folder: join(folder, 'backups') },
		...{ now: parts.now ?? noon, keepDays: parts.keepDays }
	});
const edit = (text: string) => ({ room, memberId: 'm1', update: bytes(text), newClients: [1] });

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tegenwicht-backup-'));
	data = join(folder, 'data');
	store = open(data);
	await store.migrate();
	await store.createWorkshop(workshop('aaaa'));
	await store.append(['a recognisable kept update', 'two', 'a recognisable update'].map(edit));
	await store.compact(room, bytes('a recognisable state'), 1);
	await store.saveVersion(room, {
		...{ label: 'automatic', memberId: null },
		state: bytes('a recognisable version')
	});
});
afterEach(async () => {
	await store.close();
	rmSync(folder, { recursive: true });
});

describe('a backup', () => {
	test('is one file with its hash, that only its owner may read', async () => {
		const { path, sha256, damage, workshops } = await back();
		expect({ damage, workshops }).toEqual({ damage: [], workshops: 1 });
		expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(
			`${sha256}  tegenwicht-2026-07-31T120000Z.db\n`
		);
		expect(readdirSync(join(folder, 'backups'))).toHaveLength(2);
		expect(lastBackup(data)).toBe(noon);
	});

	test('made while the server writes is one moment: everything until some edit and nothing after', async () => {
		let writing = true;
		const writer = (async () => {
			for (let number = 0; writing; number += 1) {
				await store.append([edit(`edit ${number}`)]);
				await new Promise((next) => setImmediate(next));
			}
		})();
		const before = (await store.loadRoom(room)).sequence;
		const { path } = await back();
		writing = false;
		await writer;
		const all = await store.loadRoom(room);

		await restoreBackup(path, join(folder, 'restored'));
		const restored = open(join(folder, 'restored'));
		await restored.migrate();
		const copy = await restored.loadRoom(room);
		expect(copy.sequence).toBeGreaterThanOrEqual(before);
		expect(copy.state).toEqual(all.state);
		expect(copy.updates).toEqual(all.updates.slice(0, copy.updates.length));
		await restored.close();
	});

	test('brings everything back, and tells browsers to hold what they still had', async () => {
		const { path } = await back();
		await restoreBackup(path, join(folder, 'restored'));
		const restored = open(join(folder, 'restored'));
		await restored.migrate();
		expect(await restored.loadRoom(room)).toEqual(await store.loadRoom(room));
		const before = await store.findWorkshop('aaaa');
		expect(await restored.findWorkshop('aaaa')).toEqual({
			...before,
			epoch: (before?.epoch ?? 0) + 1
		});
		await restored.close();
	});

	test('that is older than the days that are kept is thrown away', async () => {
		await back({ now: noon - 31 * day });
		await back({ now: noon - 29 * day });
		const { removed } = await back({ keepDays: 30 });
		expect(removed).toEqual(['tegenwicht-2026-06-30T120000Z.db']);
		expect(readdirSync(join(folder, 'backups'))).toHaveLength(4);
	});

	test('of a damaged database is not made', async () => {
		await store.close();
		flip(join(data, 'tegenwicht.db'), 'a recognisable update');
		await expect(back()).rejects.toThrow(/update 3.*does not match its hash/);
		expect(readdirSync(join(folder, 'backups'))).toEqual([]);
		expect(lastBackup(data)).toBeUndefined();
	});

	test('with one flipped bit, or without its hash, is not restored', async () => {
		const { path } = await back();
		flip(path, 'a recognisable state');
		await expect(restoreBackup(path, join(folder, 'restored'))).rejects.toThrow(
			/not as it was made/
		);
		rmSync(`${path}.sha256`);
		await expect(restoreBackup(path, join(folder, 'restored'))).rejects.toThrow(/is missing/);
		expect(existsSync(join(folder, 'restored'))).toBe(false);
	});

	test('is not put over what is there', async () => {
		const { path } = await back();
		await expect(restoreBackup(path, data)).rejects.toThrow(/is not empty/);
	});
});

describe('verifying a database', () => {
	test.each(['update', 'kept update', 'state', 'version'])(
		'finds one flipped bit in a %s',
		async (what) => {
			expect((await verifyStore(data)).damage).toEqual([]);
			await store.close();
			flip(join(data, 'tegenwicht.db'), `a recognisable ${what}`);
			const { damage } = await verifyStore(data);
			expect(damage).toEqual([expect.stringMatching(/Room aaaa\/board is damaged/)]);
		}
	);

	test('finds a page that is gone', async () => {
		await store.close();
		const path = join(data, 'tegenwicht.db');
		const file = readFileSync(path);
		file.fill(0x5a, file.length - 4096);
		writeFileSync(path, file);
		expect((await verifyStore(data)).damage.length).toBeGreaterThan(0);
	});

	test('finds a forecast that was changed behind the back of the program', async () => {
		await store.close();
		const database = new DatabaseSync(join(data, 'tegenwicht.db'));
		database.exec(`INSERT INTO forecasts (id, workshop_id, number, text, sha256, sealed_at)
			VALUES ('f1', 'aaaa', 1, 'as it was', '${'0'.repeat(64)}', 1)`);
		database.close();
		expect((await verifyStore(data)).damage).toEqual([
			'Forecast f1 was changed after it was sealed.'
		]);
	});
});

describe('on the command line', () => {
	async function command(...args: string[]) {
		const { terminal, written } = keepingTerminal();
		return { code: await run(args, terminal), ...written };
	}

	test('a backup is made, restored and found whole', async () => {
		const made = await command('backup', join(folder, 'backups'), '--data', data);
		expect(made).toMatchObject({ code: 0, said: expect.stringContaining('is whole') });
		const target = join(folder, 'restored');
		expect(await command('restore', JSON.parse(made.output).path, target)).toMatchObject({
			code: 0
		});
		const verified = await command('verify-store', target);
		expect(verified.code).toBe(0);
		expect(JSON.parse(verified.output)).toMatchObject({ workshops: 1, rooms: 1, damage: [] });
	});

	test('what cannot be done is said in a sentence', async () => {
		const nowhere = join(folder, 'nowhere');
		expect(await command('verify-store', nowhere)).toMatchObject({
			...{ code: 1, output: '' },
			said: `There is no database in ${nowhere}.\n`
		});
		const file = join(folder, 'file');
		writeFileSync(file, 'not a folder, and not a database');
		expect(await command('backup', join(file, 'backups'), '--data', data)).toMatchObject({
			code: 1,
			said: expect.stringMatching(/^The backup of .* failed: ENOTDIR.*\.\n$/)
		});
		cpSync(file, join(folder, 'broken/tegenwicht.db'));
		expect(await command('verify-store', join(folder, 'broken'))).toMatchObject({
			code: 1,
			said: `The database in ${join(folder, 'broken')} failed: file is not a database.\n`
		});
		expect(await command('backup', folder, '--keep-days', 'all')).toMatchObject({ code: 2 });
		expect(await command('restore')).toMatchObject({ code: 2 });
	});
});

/** Flips one bit of a text in a file, as a failing disk would. */
function flip(path: string, text: string): void {
	const file = readFileSync(path);
	let places = 0;
	for (let at = file.indexOf(text); at !== -1; at = file.indexOf(text, at + 1)) {
		file[at + 3]! ^= 1;
		places += 1;
	}
	expect(places).toBeGreaterThan(0);
	writeFileSync(path, file);
}
