import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Client } from 'pg';
import { openLeaseDatabase, type LeaseDatabase } from '#lib/server/cluster/lease-database.ts';
import { leases as leaseSchema } from '#lib/server/store/migrations/postgres/0002-leases.ts';
import { leaseTable } from '#lib/server/cluster/lease-table.ts';
import { Leases, type LeaseTimes } from '#lib/server/cluster/leases.ts';
import { newId } from '#lib/server/access/tokens.ts';
import { createLog } from '#lib/server/log.ts';
import { clusterCanBeTested } from '../../trust/cluster/installed.ts';
import { startPostgres, type Postgres } from '../../trust/cluster/postgres-process.ts';
import { until } from '../rooms/support/until.ts';

let postgres: Postgres;
let database: LeaseDatabase;
const nodes: Leases[] = [];
const long: LeaseTimes = { length: 60_000, renewEvery: 20_000, margin: 1_000 };
const short: LeaseTimes = { length: 400, renewEvery: 100, margin: 100 };

describe.runIf(clusterCanBeTested())('leases', () => {
	beforeAll(async () => {
		postgres = await startPostgres();
		database = openLeaseDatabase(postgres.url);
		postgres.psql(`CREATE TABLE workshops (id text PRIMARY KEY); ${leaseSchema}`);
	}, 60_000);

	beforeEach(() => postgres.psql(`INSERT INTO workshops VALUES ('w1'), ('w2')`));

	afterEach(async () => {
		for (const node of nodes.splice(0)) await node.stop();
		postgres.psql('DELETE FROM workshops; DELETE FROM nodes');
	});

	afterAll(async () => {
		await database.close();
		await postgres.end();
	});

	type Options = { readonly times?: LeaseTimes; readonly clock?: () => number };

	/** A node that takes part, with what it lost. */
	async function join({ times = long, clock = () => performance.now() }: Options = {}) {
		const lost: string[] = [];
		const leases = new Leases({
			...{ table: leaseTable(database.sql), times, clock, newId, log: createLog('silent') },
			self: { address: 'http://127.0.0.1:1', secret: 'secret' },
			lost: (workshopIds) => lost.push(...workshopIds),
			heard: () => undefined
		});
		nodes.push(leases);
		await leases.start();
		return { leases, lost };
	}

	function epochInDatabase(workshopId: string): number {
		return Number(
			postgres.psql(`SELECT epoch FROM room_lease WHERE workshop_id = '${workshopId}'`)
		);
	}

	test('of many nodes that want a workshop at the same moment one gets it', async () => {
		const all = await Promise.all(Array.from({ length: 6 }, () => join()));
		const claims = await Promise.all(all.map(({ leases }) => leases.claim('w1')));
		expect(claims.filter(Boolean)).toHaveLength(1);
		const owner = claims.findIndex(Boolean);
		expect(all[owner]!.leases.held('w1')).toBe(claims[owner]);
		expect(claims[owner]?.epoch).toBe(epochInDatabase('w1'));
	});

	test('who asks at once from many places in one node gets one lease', async () => {
		const { leases } = await join();
		const claims = await Promise.all(Array.from({ length: 5 }, () => leases.claim('w1')));
		expect(new Set(claims).size).toBe(1);
	});

	test('there is no lease on a workshop that does not exist', async () => {
		const { leases } = await join();
		expect(await leases.claim('nowhere')).toBeUndefined();
		expect(postgres.psql('SELECT count(*) FROM room_lease')).toBe('0');
	});

	test('a lease that is given back goes to who asks next, under a later epoch', async () => {
		const one = await join();
		const other = await join();
		const first = await one.leases.claim('w1');
		await one.leases.release(['w1']);
		expect(first?.held).toBe(false);
		const second = await other.leases.claim('w1');
		expect(second!.epoch).toBeGreaterThan(first!.epoch);
		expect(other.leases.takeovers).toBe(0);
	});

	test('leases are renewed for as long as the node lives, and taken over soon after it does not', async () => {
		const one = await join({ times: short });
		const other = await join({ times: short });
		const first = await one.leases.claim('w1');
		await until(() => performance.now() > 0 && one.leases.held('w1') === first, 'it has it');
		const sinceStart = performance.now();
		await until(
			() => performance.now() - sinceStart > 3 * short.length,
			'three lengths have passed'
		);
		expect(one.leases.held('w1')).toBe(first);
		expect(await other.leases.claim('w1')).toBeUndefined();
		// As if the process was gone: nothing is given back and nothing renewed.
		one.leases.renew = () => Promise.resolve();
		const died = performance.now();
		let second: Awaited<ReturnType<Leases['claim']>>;
		while (!second) second = await other.leases.claim('w1');
		expect(performance.now() - died).toBeLessThan(short.length + 1_000);
		expect(second.epoch).toBeGreaterThan(first!.epoch);
		expect(other.leases.takeovers).toBe(1);
	});

	test('a node stops trusting its leases before others may take them, by its own clock alone', async () => {
		let now = 0;
		const { leases, lost } = await join({ clock: () => now });
		const lease = await leases.claim('w1');
		now = long.length - long.margin - 1;
		expect(leases.held('w1')).toBe(lease);
		now += 1;
		expect(leases.held('w1')).toBeUndefined();
		expect(lease?.held).toBe(false);
		expect(lost).toEqual(['w1']);
		await expect(leases.claim('w1')).rejects.toThrow('not saved');
	});

	test('a renewal that is answered too late counts as none, although the database did renew', async () => {
		let now = 0;
		const { leases, lost } = await join({ clock: () => now });
		const lease = await leases.claim('w1');
		const renewing = leases.renew();
		now = long.length;
		await renewing;
		expect(lost).toEqual(['w1']);
		expect(leases.held('w1')).toBeUndefined();
		const again = await leases.claim('w1');
		expect(again!.epoch).toBeGreaterThan(lease!.epoch);
	});

	test('a node that the database has given up begins anew, without what it had', async () => {
		const { leases, lost } = await join();
		await leases.claim('w1');
		const before = leases.node;
		postgres.psql(`UPDATE nodes SET until = clock_timestamp() - interval '1 second'`);
		await leases.renew();
		expect(lost).toEqual(['w1']);
		expect(leases.node).not.toBe(before);
		expect(await leases.claim('w1')).toBeDefined();
	});

	test('a write under way keeps others from taking the workshop over, and never keeps the owner from renewing', async () => {
		const one = await join();
		const other = await join();
		const lease = await one.leases.claim('w1');
		const writer = new Client(postgres.url);
		await writer.connect();
		await writer.query('BEGIN');
		await writer.query('SELECT FROM room_lease WHERE epoch = $1 FOR KEY SHARE', [lease!.epoch]);
		await one.leases.renew();
		expect(one.leases.held('w1')).toBe(lease);
		postgres.psql(
			`UPDATE nodes SET until = clock_timestamp() - interval '1 second' WHERE node = '${one.leases.node}'`
		);
		const told = vi.fn();
		const claiming = other.leases.claim('w1').finally(told);
		await until(
			() =>
				postgres.psql(`SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'`) ===
				'1',
			'the other node waits'
		);
		expect(told).not.toHaveBeenCalled();
		await writer.query('COMMIT');
		await writer.end();
		expect((await claiming)!.epoch).toBeGreaterThan(lease!.epoch);
	});

	test('a workshop that is deleted takes its lease along', async () => {
		const { leases } = await join();
		await leases.claim('w1');
		postgres.psql(`DELETE FROM workshops WHERE id = 'w1'`);
		expect(postgres.psql('SELECT count(*) FROM room_lease')).toBe('0');
	});
});
