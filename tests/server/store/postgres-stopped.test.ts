import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseGoneError, mayPass } from '#lib/server/store/errors.ts';
import type { Store } from '#lib/server/store/store.ts';
import { workshop } from './examples.ts';
import { findPostgres, startCluster, type Cluster } from './postgres/cluster.ts';
import { Databases } from './postgres/databases.ts';

const programs = findPostgres();
/** How long the database is gone, in milliseconds. */
const gone = 5_000;

describe.runIf(programs)('a PostgreSQL server that loses its power', () => {
	let cluster: Cluster;
	let opened: Awaited<ReturnType<Databases['open']>>;
	let store: Store;

	beforeAll(async () => {
		cluster = await startCluster(programs!, { durable: true });
		opened = await new Databases(cluster).open({ now: () => 1000, newId: () => 'id' });
		store = opened.store;
	}, 60_000);
	afterAll(async () => {
		await store.close();
		await cluster.discard();
	});

	const update = (number: number) => new TextEncoder().encode(String(number));

	/**
	 * Writes numbers to a room one by one, each again until it is kept, as the rooms of a server do.
	 *
	 * @returns the numbers as they were acknowledged, with when
	 */
	async function write(room: string, until: () => boolean, told: (number: number) => void) {
		for (let number = 0; !until(); number += 1) {
			for (;;) {
				const entry = { room, memberId: null, update: update(number), newClients: [] };
				const failure = await store.append([entry]).then(
					() => undefined,
					(error: unknown) => error
				);
				if (!failure) break;
				expect(mayPass(failure)).toBe(true);
				await new Promise((resume) => setTimeout(resume, 20));
			}
			told(number);
		}
	}

	test('acknowledges nothing meanwhile, and afterwards everything is there', async () => {
		const ids = ['aaaa', 'bbbb', 'cccc', 'dddd'];
		for (const id of ids) await store.createWorkshop(workshop(id));
		const told = new Map(ids.map((id) => [id, [] as number[]]));
		const count = () => [...told.values()].flat().length;
		let finished = false;
		const writing = ids.map((id) =>
			write(
				`${id}/board`,
				() => finished,
				(number) => told.get(id)!.push(number)
			)
		);
		await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(100);

		await cluster.kill();
		// What was under way is refused first.
		await expect(store.probe()).rejects.toThrow(DatabaseGoneError);
		const before = count();
		await new Promise((resume) => setTimeout(resume, gone));
		expect(count()).toBe(before);
		await expect(store.loadRoom('aaaa/board')).rejects.toThrow(DatabaseGoneError);

		await cluster.start();
		await expect.poll(count, { timeout: 20_000 }).toBeGreaterThan(before + 100);
		finished = true;
		await Promise.all(writing);
		for (const [id, numbers] of told) {
			const { updates } = await store.loadRoom(`${id}/board`);
			const kept = new Set(updates.map((bytes) => Number(new TextDecoder().decode(bytes))));
			expect(numbers.filter((number) => !kept.has(number))).toEqual([]);
			// What was in doubt may be there twice, which an update can be; nothing else is there.
			expect(kept.size).toBe(numbers.length);
		}
	}, 60_000);
});
