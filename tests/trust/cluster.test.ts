import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { seeded } from '../server/rooms/support/seeded.ts';
import { Arena } from './cluster/arena.ts';
import { Nodes, type ClusterNode } from './cluster/nodes.ts';
import { clusterCanBeTested } from './cluster/installed.ts';
import { startPostgres, type Postgres } from './cluster/postgres-process.ts';
import { startRedis, type Redis } from './cluster/redis-process.ts';
import { haltPostgres, haltRedis, killOwner, pauseOwner, restartAll } from './cluster/trials.ts';

/** Short leases, so that takeovers are soon; `cluster.ts` tries the usual ones. */
const leaseSeconds = 2;
/** Milliseconds until somebody is told again that their edit is saved; `cluster.ts` is stricter, on a quiet machine. */
const mostToTakeOver = 30_000;

let postgres: Postgres;
let redis: Redis;
let nodes: Nodes;
let arena: Arena;
const draw = seeded(20_261_128);

describe.runIf(clusterCanBeTested())('two servers on one database', () => {
	beforeAll(async () => {
		[postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
		nodes = new Nodes(postgres, { REDIS_URL: redis.url, LEASE_SECONDS: String(leaseSeconds) });
		await nodes.add();
		await nodes.add();
	}, 180_000);

	afterEach(() => arena.close());

	afterAll(async () => {
		await nodes.end();
		await redis.halt();
		await postgres.end();
	});

	async function open(): Promise<Arena> {
		arena = await Arena.open(nodes, { people: 8, draw });
		return arena;
	}

	test('an owner that is killed is followed up, and nothing that was acknowledged or seen is lost', async () => {
		await open();
		for (let round = 0; round < 2; round += 1) {
			expect(await killOwner(arena)).toBeLessThan(mostToTakeOver);
		}
		await arena.nothingIsLost();
	}, 180_000);

	test('an owner that stood still for longer than its lease can not say that anything is saved', async () => {
		await open();
		expect(await pauseOwner(arena, 3 * leaseSeconds * 1000)).toBeLessThan(mostToTakeOver);
		await arena.nothingIsLost();
	}, 180_000);

	test('a command may be given to either server: the owner carries it out, once, and all see it', async () => {
		const { workshopId, facilitator } = await open();
		const by = (node: ClusterNode) => {
			const visitor = nodes.visitor(node);
			visitor.cookie = facilitator.cookie;
			return visitor;
		};
		const phases = ['goal', 'measures'];
		for (const [index, node] of nodes.all.entries()) {
			const id = crypto.randomUUID();
			const command = { id, type: 'set-phase', phase: phases[index] };
			const answer = await by(node).command(workshopId, command);
			expect(answer.status).toBe(200);
			for (const other of nodes.all) {
				expect(await by(other).command(workshopId, command)).toMatchObject({
					status: 200,
					json: answer.json
				});
				const { json } = await by(other).get(`/api/workshops/${workshopId}/session`);
				expect(json.phase).toBe(phases[index]);
			}
		}
		const passedOn = await Promise.all(
			nodes.all.map((node) => node.figure('tegenwicht_piped_requests_total'))
		);
		expect(Math.max(...passedOn)).toBeGreaterThan(3);
		await arena.nothingIsLost();
	}, 180_000);

	test('without PostgreSQL nothing is acknowledged, and when it is back all is saved', async () => {
		await open();
		await haltPostgres(arena, postgres, 2 * leaseSeconds * 1000);
		await arena.nothingIsLost();
	}, 180_000);

	test('without Redis everything goes on, a takeover included', async () => {
		await open();
		expect(await haltRedis(arena, redis, 500)).toBeLessThan(mostToTakeOver);
		await arena.nothingIsLost();
	}, 180_000);

	test('one node after the other is restarted while people write, and nothing is lost', async () => {
		await open();
		await restartAll(arena, nodes);
		await arena.nothingIsLost();
	}, 180_000);
});
