import { availableParallelism } from 'node:os';
import { freePort, startPostgres } from '../trust/cluster/postgres-process.ts';
import { LightClient } from './rooms/light-client.ts';
import { databaseUsage, type DatabaseUsage } from './cluster/database-usage.ts';
import { Child, type Usage } from './rooms/child.ts';
import type { Load, Measured } from './rooms/load.ts';
import { workshopName } from './rooms/workshops.ts';

/**
 * What several nodes on one PostgreSQL cost and bring: sockets at the owner and sockets that are passed
 * on, and the same load on one node and on two. `npm run bench -- cluster [seconds] [rooms]`
 */
const [seconds = '20', rooms = '40'] = process.argv.slice(2);
const load = {
	...{ rooms: Number(rooms), clientsPerRoom: 10, rate: 2 },
	...{ warmUpSeconds: 5, seconds: Number(seconds) }
};
const postgres = await startPostgres();
const script = new URL('./cluster/node.ts', import.meta.url);

type Run = Measured & {
	readonly nodes: readonly (Usage & { readonly share: number })[];
	/** What the database did in the time that was measured. */
	readonly database: DatabaseUsage;
	/** How long that was, in seconds. */
	readonly lasted: number;
};

/**
 * @param where the place of the node that owns each room in turn, and of the one that its clients
 *   connect to
 */
async function run(where: {
	readonly owners: readonly number[];
	readonly doors: readonly number[];
}): Promise<Run> {
	postgres.psql('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
	const ports = [await freePort(), await freePort()];
	const nodes: Child[] = [];
	for (const [index, port] of ports.entries()) {
		const node = Child.start(script, {
			...{ url: postgres.url, port },
			...(index === 0 && { rooms: load.rooms })
		});
		await node.hear<number>();
		nodes.push(node);
	}
	await settle(where.owners.map((index) => ports[index]!));
	const clients = Child.start(new URL('./rooms/load.ts', import.meta.url), {
		...load,
		port: where.doors.map((index) => ports[index]!)
	} satisfies Load);
	await clients.hear<'warm'>();
	const from = databaseUsage(postgres);
	const before = await Promise.all(nodes.map((node) => node.ask<Usage>('usage')));
	await clients.hear<'over'>();
	const after = await Promise.all(nodes.map((node) => node.ask<Usage>('usage')));
	const to = databaseUsage(postgres);
	const measured = await clients.hear<Measured>();
	await Promise.all(nodes.map((node) => node.end()));
	return {
		...measured,
		lasted: (after[0]!.at - before[0]!.at) / 1000,
		database: {
			...{ commits: to.commits - from.commits, log: to.log - from.log },
			...{ size: to.size - from.size, processor: to.processor - from.processor }
		},
		nodes: after.map((usage, index) => {
			const from = before[index]!;
			return { ...usage, share: (usage.processor - from.processor) / 1000 / (usage.at - from.at) };
		})
	};
}

/** Opens each room once at the node that is to own it; who asks first does. */
async function settle(ports: readonly number[]): Promise<void> {
	for (let room = 0; room < load.rooms; room += 1) {
		const path = `/sync/${workshopName(room)}/board?ack=1`;
		const port = ports[room % ports.length]!;
		const client = new LightClient({ port, path, name: 'first' });
		await client.welcomed;
		client.enter();
		client.leave();
	}
}

function latency({ seen, acknowledged, nodes, lateness }: Run) {
	const percent = ({ share }: { share: number }) => (share * 100).toFixed(1);
	return {
		'seen p50 ms': seen.p50.toFixed(1),
		'seen p99 ms': seen.p99.toFixed(1),
		'ack p50 ms': acknowledged.p50.toFixed(1),
		'ack p99 ms': acknowledged.p99.toFixed(1),
		'node 1 %': percent(nodes[0]!),
		'node 2 %': percent(nodes[1]!),
		'load late ms': lateness.toFixed(0)
	};
}

/** What one edit costs, which ten people see. */
function costs({ sent, nodes, database, traffic, lasted }: Run) {
	const processor = nodes.reduce((sum, { share }) => sum + share, 0) * lasted * 1000;
	return {
		'edits a second': (sent / lasted).toFixed(0),
		'nodes ms': (processor / sent).toFixed(3),
		'database ms': (database.processor / sent).toFixed(3),
		'commits a second': (database.commits / lasted).toFixed(0),
		'log bytes': (database.log / sent).toFixed(0),
		'table bytes': (database.size / sent).toFixed(0),
		'bytes to people': (traffic.received / sent).toFixed(0),
		'bytes from people': (traffic.sent / sent).toFixed(0),
		'memory of nodes MB': nodes.map(({ memory }) => (memory / 1e6).toFixed(0)).join(' + ')
	};
}

console.log(
	`${load.rooms} rooms of ${load.clientsPerRoom} clients, ${load.rate} edits a second each, on ${availableParallelism()} cores ` +
		'for nodes, PostgreSQL and clients together; processor time is in % of one core'
);
const runs = {
	'one node, direct': await run({ owners: [0], doors: [0] }),
	'one node, all passed on by the other': await run({ owners: [0], doors: [1] }),
	'two nodes, direct': await run({ owners: [0, 1], doors: [0, 1] }),
	'two nodes, half passed on': await run({ owners: [0, 1], doors: [0, 0] })
};
const table = <Row>(row: (one: Run) => Row) =>
	console.table(Object.fromEntries(Object.entries(runs).map(([name, one]) => [name, row(one)])));
table(latency);
console.log('Of each edit:');
table(costs);
await postgres.end();
