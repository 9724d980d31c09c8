import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#lib/server/access/tokens.ts';
import { Cluster } from '#lib/server/cluster/cluster.ts';
import { openLeaseDatabase, type LeaseDatabase } from '#lib/server/cluster/lease-database.ts';
import { leases as leaseSchema } from '#lib/server/store/migrations/postgres/0002-leases.ts';
import { leaseTable, type LeaseTable } from '#lib/server/cluster/lease-table.ts';
import { leaseTimes } from '#lib/server/cluster/leases.ts';
import { redisSignals } from '#lib/server/cluster/redis-signals.ts';
import type { Signals } from '#lib/server/cluster/signals.ts';
import { createLog } from '#lib/server/log.ts';
import { clusterCanBeTested } from '../../trust/cluster/installed.ts';
import { startPostgres, type Postgres } from '../../trust/cluster/postgres-process.ts';
import { startRedis, type Redis } from '../../trust/cluster/redis-process.ts';
import { until } from '../rooms/support/until.ts';

let postgres: Postgres;
let redis: Redis;
let database: LeaseDatabase;
const clusters: Cluster[] = [];
const log = createLog('silent');

describe.runIf(clusterCanBeTested())('several servers on one database', () => {
	beforeAll(async () => {
		[postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
		database = openLeaseDatabase(postgres.url);
		postgres.psql(`CREATE TABLE workshops (id text PRIMARY KEY); ${leaseSchema}`);
	}, 60_000);

	beforeEach(() =>
		postgres.psql(`INSERT INTO workshops SELECT 'w' || n FROM generate_series(1, 40) n`)
	);

	afterEach(async () => {
		for (const cluster of clusters.splice(0)) await cluster.stop();
		postgres.psql('DELETE FROM workshops; DELETE FROM nodes');
	});

	afterAll(async () => {
		await database.close();
		await redis.halt();
		await postgres.end();
	});

	type Heard = (workshopIds: readonly string[]) => void;

	const ways: Record<string, (heard: Heard) => Signals> = {
		PostgreSQL: (heard) => database.signals(heard, log),
		Redis: (heard) => redisSignals({ url: redis.url, heard, log })
	};

	/** A node with what it was told to do, and how often it looked up an owner. */
	async function join(name: string, signals = ways.PostgreSQL!) {
		const told: string[] = [];
		const used = new Set<string>();
		let lookups = 0;
		let live = () => false;
		const table: LeaseTable = {
			...leaseTable(database.sql),
			ownerOf: (workshopId) => {
				lookups += 1;
				return leaseTable(database.sql).ownerOf(workshopId);
			}
		};
		const cluster = new Cluster({
			...{ table, times: leaseTimes(60), address: `http://${name}:1`, secret: name },
			...{ behindProxy: false, clock: () => performance.now(), newId, log },
			signals: (heard) => {
				const way = signals(heard);
				live = () => way.live;
				return way;
			},
			close: () => Promise.resolve()
		});
		clusters.push(cluster);
		await cluster.start({
			inUse: (workshopId) => used.has(workshopId),
			attended: (workshopId) => used.has(workshopId),
			drop: (workshopId) => told.push(`drop ${workshopId}`),
			handOver: async (workshopId) => void told.push(`hand over ${workshopId}`)
		});
		await until(live, 'it hears what others say');
		return { cluster, told, used, lookups: () => lookups };
	}

	test('the node that is asked for a workshop of nobody takes it, and all others point there', async () => {
		const one = await join('one');
		const other = await join('other');
		expect(await one.cluster.whereIs('w1')).toBeUndefined();
		expect(await other.cluster.whereIs('w1')).toMatchObject({ address: 'http://one:1' });
		expect(await other.cluster.whereIs('nowhere')).toBeUndefined();
		await expect(other.cluster.ownership.claim('w1')).rejects.toThrow('try again');
		expect(one.cluster.figures.leases).toBe(1);
	});

	test.each(Object.keys(ways))(
		'what moves is heard through %s, so that nobody has to look it up again and again',
		async (way) => {
			const one = await join('one', ways[way]);
			const other = await join('other', ways[way]);
			await one.cluster.whereIs('w1');
			for (let times = 0; times < 50; times += 1) await other.cluster.whereIs('w1');
			expect(other.lookups()).toBeLessThanOrEqual(2);
			await one.cluster.leave();
			// Once it has heard that the workshop moved, it finds nobody there and takes it itself.
			await until(async () => (await other.cluster.whereIs('w1')) === undefined, 'it takes over');
			expect(await one.cluster.whereIs('w1')).toMatchObject({ address: 'http://other:1' });
		}
	);

	test('with Redis stopped everything is found all the same, and Redis is found again when it is back', async () => {
		const one = await join('one', ways.Redis);
		const other = await join('other', ways.Redis);
		await one.cluster.whereIs('w1');
		await redis.halt();
		expect(await other.cluster.whereIs('w1')).toMatchObject({ address: 'http://one:1' });
		await one.cluster.leave();
		await until(
			async () => (await other.cluster.whereIs('w1')) === undefined,
			'it takes over',
			10_000
		);
		await redis.start();
		const third = await join('third', ways.Redis);
		expect(await third.cluster.whereIs('w1')).toMatchObject({ address: 'http://other:1' });
	});

	test('who leaves hands over everything, one after the other, and passes on what it is asked for', async () => {
		const one = await join('one');
		const other = await join('other');
		const workshops = Array.from({ length: 40 }, (_, index) => `w${index + 1}`);
		for (const workshopId of workshops) await one.cluster.whereIs(workshopId);
		const leaving = one.cluster.leave();
		await until(() => one.told.length > 2, 'the first have been handed over');
		// Not all at once: others would have to load everything in the same moment.
		expect(one.cluster.figures.leases).toBeGreaterThan(20);
		await leaving;
		expect(one.told.filter((what) => what.startsWith('hand over'))).toHaveLength(40);
		expect(postgres.psql('SELECT count(*) FROM room_lease')).toBe('0');
		expect(await one.cluster.whereIs('w1')).toMatchObject({ address: 'http://other:1' });
		await expect(one.cluster.ownership.claim('w1')).rejects.toThrow('try again');
		expect(await other.cluster.whereIs('w1')).toBeUndefined();
	});

	test('a workshop that was needed for one request goes to the next who is asked, unless somebody is in it', async () => {
		const one = await join('one');
		const other = await join('other');
		await one.cluster.within('w1', async () => one.cluster.giveBack('w1'));
		expect(await other.cluster.whereIs('w1')).toMatchObject({ address: 'http://one:1' });
		one.used.add('w1');
		await one.cluster.giveBack('w1');
		expect(one.told).toEqual([]);
		one.used.delete('w1');
		await one.cluster.giveBack('w1');
		expect(one.told).toEqual(['hand over w1', 'drop w1']);
		await until(async () => (await other.cluster.whereIs('w1')) === undefined, 'it takes over');
		expect(await one.cluster.whereIs('w1')).toMatchObject({ address: 'http://other:1' });
		await one.cluster.giveBack('w1');
		expect(other.cluster.figures.leases).toBe(1);
	});

	test('a request keeps its workshop here while it is answered, and is refused when another node has it', async () => {
		const one = await join('one');
		const other = await join('other');
		const fence = await one.cluster.within('w1', async () => one.cluster.fences.current);
		expect([...fence!]).toEqual([
			['w1', Number(postgres.psql(`SELECT epoch FROM room_lease WHERE workshop_id = 'w1'`))]
		]);
		expect(one.cluster.fences.current).toBeUndefined();
		await expect(other.cluster.within('w1', async () => 'done')).rejects.toThrow('try again');
		expect(await other.cluster.within('nowhere', async () => 'looked')).toBe('looked');
	});
});
