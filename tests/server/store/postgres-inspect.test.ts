import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/store.ts';
import { run } from '../../../src/cli/run.ts';
import { keepingTerminal } from '../../cli/terminal.ts';
import { bytes, workshop } from './examples.ts';
import { findPostgres } from './postgres/cluster.ts';
import type { Databases } from './postgres/databases.ts';
import { sharedCluster } from './postgres/shared-cluster.ts';

describe.runIf(findPostgres())('verifying a PostgreSQL database on the command line', () => {
	const room = 'aaaa/board';
	const postgres = sharedCluster();
	let opened: Awaited<ReturnType<Databases['open']>>;
	let store: Store;

	beforeEach(async () => {
		opened = await postgres.databases.open({ now: () => 1000, newId: () => crypto.randomUUID() });
		store = opened.store;
		await store.createWorkshop(workshop('aaaa'));
		const updates = ['kept', 'second', 'third'].map(bytes);
		await store.append(
			updates.map((update) => ({ room, memberId: 'm1', update, newClients: [1] }))
		);
		await store.compact(room, bytes('state'), 1);
		await store.saveVersion(room, { label: '', memberId: null, state: bytes('version') });
	});
	afterEach(() => opened.discard());

	async function verify(url = postgres.cluster.urlOf(opened.name)) {
		const { terminal, written } = keepingTerminal();
		return { code: await run(['verify-store', url], terminal), ...written };
	}

	test('tells what is in it, while a server has it open', async () => {
		const { code, output, said } = await verify();
		expect({ code, said }).toEqual({
			code: 0,
			said: 'The PostgreSQL database is whole. Workshops: 1, damage: 0.\n'
		});
		expect(JSON.parse(output)).toEqual({
			...{ workshops: 1, rooms: 1, versions: 1, forecasts: 0 },
			damage: []
		});
	});

	test.each([
		['update', "UPDATE room_log SET bytes = 'seconD' WHERE sequence = 2"],
		['kept update', "UPDATE room_log SET bytes = 'kepT' WHERE sequence = 1"],
		['state', "UPDATE room_states SET bytes = 'statE'"],
		['version', "UPDATE versions SET bytes = 'versioN'"]
	])('finds one changed %s', async (_, sql) => {
		await postgres.databases.byHand(opened.name, sql);
		const { code, output, said } = await verify();
		expect({ code, said }).toEqual({
			code: 1,
			said: 'The PostgreSQL database is damaged: restore a backup. Workshops: 1, damage: 1.\n'
		});
		expect(JSON.parse(output).damage).toEqual([
			expect.stringContaining('Room aaaa/board is damaged in the database')
		]);
	});

	test('finds an update that is gone, and a forecast that was changed after it was sealed', async () => {
		await postgres.databases.byHand(
			opened.name,
			`DELETE FROM room_log WHERE sequence = 2;
			INSERT INTO forecasts (id, workshop_id, number, text, sha256, sealed_at)
			VALUES ('f1', 'aaaa', 1, 'as it was', '${'0'.repeat(64)}', 1)`
		);
		expect(JSON.parse((await verify()).output).damage).toEqual([
			expect.stringContaining('update 2 is missing'),
			'Forecast f1 was changed after it was sealed.'
		]);
	});

	test('finds a page that is gone from a file of PostgreSQL', async () => {
		const [place] = await postgres.databases.byHand(
			opened.name,
			"SELECT current_setting('data_directory') || '/' || pg_relation_filepath('room_log') AS path"
		);
		await postgres.databases.byHand(opened.name, 'CHECKPOINT');
		const path = String(place?.path);
		await postgres.cluster.kill();
		const whole = readFileSync(path);
		writeFileSync(path, Buffer.from(whole).fill(0x5a, 0, 24));
		await postgres.cluster.start();
		const { code, output, said } = await verify();
		expect({ code, output }).toEqual({ code: 1, output: '' });
		expect(said).toMatch(/cannot read its own files: invalid page.*Restore a backup/);
		await postgres.cluster.kill();
		writeFileSync(path, whole);
		await postgres.cluster.start();
		expect((await verify()).code).toBe(0);
	});

	test('says in a sentence what cannot be verified, without the password', async () => {
		const empty = await verify(postgres.cluster.urlOf(await postgres.databases.empty()));
		expect(empty).toEqual({
			...{ code: 1, output: '' },
			said: 'There is nothing of Tegenwicht in that database.\n'
		});
		const nowhere = postgres.cluster.urlOf('nowhere').replace('postgres@', 'postgres:secret@');
		const { code, said } = await verify(nowhere);
		expect(code).toBe(1);
		expect(said).toMatch(/cannot be used: database "nowhere" does not exist/);
		expect(said).not.toContain('secret');
	});
});
