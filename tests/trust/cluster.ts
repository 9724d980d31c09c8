import { parseArgs } from 'node:util';
import { seeded } from '../server/rooms/support/seeded.ts';
import { Arena } from './cluster/arena.ts';
import { Nodes } from './cluster/nodes.ts';
import { startPostgres } from './cluster/postgres-process.ts';
import { startRedis } from './cluster/redis-process.ts';
import { haltPostgres, haltRedis, killOwner, pauseOwner, restartAll } from './cluster/trials.ts';

/**
 * Everything that can go wrong between two nodes at its full length: the owner killed so many times,
 * paused for 30 seconds, PostgreSQL and Redis away for a minute, all nodes restarted, while people write.
 * `node tests/trust/cluster.ts --rounds 50 --seed 1`; throws when anything is lost or too slow.
 */
const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '50' },
		seed: { type: 'string', default: '1' },
		lease: { type: 'string', default: '8' },
		people: { type: 'string', default: '20' },
		only: { type: 'string', default: '' }
	}
});
const draw = seeded(Number(values.seed));
const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
const nodes = new Nodes(postgres, { REDIS_URL: redis.url, LEASE_SECONDS: values.lease });
await nodes.add();
await nodes.add();

type Trial = (arena: Arena) => Promise<number[]>;

async function times(arena: Arena): Promise<number[]> {
	const took: number[] = [];
	for (let round = 0; round < Number(values.rounds); round += 1) {
		took.push(await killOwner(arena));
		if ((round + 1) % 10 === 0) console.log(`killed ${round + 1} times`);
	}
	return took;
}

const trials: Record<string, Trial> = {
	killed: times,
	'paused 30 s': async (arena) => [await pauseOwner(arena, 30_000)],
	'PostgreSQL away 60 s': async (arena) => [await haltPostgres(arena, postgres, 60_000)],
	'Redis away 60 s': async (arena) => [await haltRedis(arena, redis, 60_000)],
	'all restarted': async (arena) => [await restartAll(arena, nodes)]
};

const rows: Record<string, object> = {};
let slow = false;
for (const [name, trial] of Object.entries(trials)) {
	if (!name.startsWith(values.only)) continue;
	const arena = await Arena.open(nodes, { people: Number(values.people), draw });
	const took = await trial(arena);
	const slowest = Math.max(...took);
	slow ||= slowest > 10_000;
	const { written } = await arena.nothingIsLost();
	await arena.close();
	const median = took.toSorted((one, other) => one - other)[took.length >> 1] ?? NaN;
	rows[name] = {
		times: took.length,
		'edits written': written,
		lost: 0,
		'without acknowledgement, median ms': Math.round(median),
		'at worst ms': Math.round(slowest)
	};
	console.log(name, rows[name]);
}
console.table(rows);
for (const node of nodes.all) {
	const stale = await node.figure('tegenwicht_stale_writes_total');
	console.log(`${node.address}: ${stale} stale writes refused since its last start`);
}
if (process.env.SHOW_LOGS) for (const node of nodes.all) console.log(node.log());
await nodes.end();
await redis.halt();
await postgres.end();
process.exit(slow ? 1 : 0);
