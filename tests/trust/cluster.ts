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
 * `npm run cluster-test -- --rounds 50 --seed 1`, a quarter of an hour; fails when anything is lost, or
 * nothing was acknowledged for longer than ten seconds after the owner was killed.
 */
const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '50' },
		seed: { type: 'string', default: '1' },
		lease: { type: 'string', default: '8' },
		people: { type: 'string', default: '20' },
		/** Milliseconds between the edits of one person, at most. */
		pace: { type: 'string', default: '400' },
		verbose: { type: 'boolean', default: false },
		only: { type: 'string', default: '' }
	}
});
/** Kills in one workshop, so that boards stay as large as boards are. */
const killsPerWorkshop = 10;
const mostToTakeOver = 10_000;

const began = performance.now();
const draw = seeded(Number(values.seed));
const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
const nodes = new Nodes(postgres, { REDIS_URL: redis.url, LEASE_SECONDS: values.lease });
await nodes.add();
await nodes.add();

type Trial = {
	readonly name: string;
	readonly rounds: number;
	readonly make: (arena: Arena) => Promise<number>;
};

const trials: readonly Trial[] = [
	{ name: 'owner killed', rounds: Number(values.rounds), make: killOwner },
	{ name: 'owner paused 30 s', rounds: 1, make: (arena) => pauseOwner(arena, 30_000) },
	{
		...{ name: 'PostgreSQL away 60 s', rounds: 1 },
		make: (arena) => haltPostgres(arena, postgres, 60_000)
	},
	{ name: 'Redis away 60 s', rounds: 1, make: (arena) => haltRedis(arena, redis, 60_000) },
	{ name: 'both restarted', rounds: 1, make: (arena) => restartAll(arena, nodes) }
];

/** Milliseconds that each round took, with what was written in them; throws when any of it is lost. */
async function carryOut({ name, rounds, make }: Trial) {
	const took: number[] = [];
	let written = 0;
	while (took.length < rounds) {
		const arena = await Arena.open(nodes, {
			...{ people: Number(values.people), pace: Number(values.pace), draw }
		});
		const end = Math.min(rounds, took.length + killsPerWorkshop);
		while (took.length < end) {
			took.push(await make(arena));
			if (values.verbose) console.log(name, Math.round(took.at(-1) ?? NaN), minutes());
		}
		written += (await arena.nothingIsLost()).written;
		await arena.close();
		console.log(`${name}: ${took.length}, ${minutes()} minutes since the beginning`);
	}
	return { took: took.toSorted((one, other) => one - other), written };
}

function minutes(): string {
	return ((performance.now() - began) / 60_000).toFixed(1);
}

// What the servers have to say about a failure.
process.once('uncaughtException', (error) => {
	for (const node of nodes.all) console.error(`${node.address}:\n${node.log().slice(-4_000)}`);
	console.error(error);
	process.exit(1);
});

const rows: Record<string, object> = {};
let tooSlow = false;
for (const trial of trials) {
	if (!trial.name.includes(values.only)) continue;
	const { took, written } = await carryOut(trial);
	const slowest = took.at(-1) ?? NaN;
	tooSlow ||= trial.make === killOwner && slowest > mostToTakeOver;
	rows[trial.name] = {
		times: took.length,
		'edits written': written,
		'of them lost': 0,
		'without acknowledgement, median s': ((took[took.length >> 1] ?? NaN) / 1000).toFixed(1),
		'at worst s': (slowest / 1000).toFixed(1)
	};
	console.table(rows);
}
for (const node of nodes.all) {
	const stale = await node.figure('tegenwicht_stale_writes_total');
	console.log(`${node.address}: ${stale} stale writes refused since its last start`);
}
await nodes.end();
await redis.halt();
await postgres.end();
console.log(`${minutes()} minutes`);
process.exit(tooSlow ? 1 : 0);
