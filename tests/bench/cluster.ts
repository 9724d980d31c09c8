import { availableParallelism } from 'node:os';
import { freePort, startPostgres } from '../trust/cluster/postgres-process.ts';
import { LightClient } from './rooms/light-client.ts';
import { Child, type Usage } from './rooms/child.ts';
import type { Load, Measured } from './rooms/load.ts';
import { workshopName } from './rooms/workshops.ts';

/**
 * What several nodes on one PostgreSQL cost and bring: sockets at the owner and sockets that are passed
 * on, and the same load on one node and on two. `npm run bench -- cluster [seconds]`
 */
const [seconds = '10'] = process.argv.slice(2);
const load = { rooms: 40, clientsPerRoom: 10, rate: 2, warmUpSeconds: 4, seconds: Number(seconds) };
const postgres = await startPostgres();
const script = new URL('./cluster/node.ts', import.meta.url);

type Run = Measured & { readonly nodes: readonly (Usage & { readonly share: number })[] };

/**
 * @param where the place of the node that owns each room in turn, and of the one that its clients
 *   connect to
 */
async function run(where: {
	readonly owners: readonly number[];
	readonly doors: readonly number[];
}) {
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
	const before = await Promise.all(nodes.map((node) => node.ask<Usage>('usage')));
	await clients.hear<'over'>();
	const after = await Promise.all(nodes.map((node) => node.ask<Usage>('usage')));
	const measured = await clients.hear<Measured>();
	await Promise.all(nodes.map((node) => node.end()));
	return {
		...measured,
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

function row({ seen, acknowledged, sent, lateness, nodes }: Run) {
	const percent = ({ share }: { share: number }) => (share * 100).toFixed(1);
	return {
		'seen p50 ms': seen.p50.toFixed(1),
		'seen p99 ms': seen.p99.toFixed(1),
		'ack p50 ms': acknowledged.p50.toFixed(1),
		'ack p99 ms': acknowledged.p99.toFixed(1),
		'node 1 %': percent(nodes[0]!),
		'node 2 %': percent(nodes[1]!),
		'memory MB': nodes.map(({ memory }) => (memory / 1e6).toFixed(0)).join(' + '),
		edits: sent,
		'load late ms': lateness.toFixed(0)
	};
}

console.log(
	`${load.rooms} rooms of ${load.clientsPerRoom} clients, ${load.rate} edits a second each, on ${availableParallelism()} cores ` +
		'for nodes, PostgreSQL and clients together; processor time is in % of one core'
);
console.table({
	'one node, direct': row(await run({ owners: [0], doors: [0] })),
	'one node, all passed on by the other': row(await run({ owners: [0], doors: [1] })),
	'two nodes, direct': row(await run({ owners: [0, 1], doors: [0, 1] })),
	'two nodes, half passed on': row(await run({ owners: [0, 1], doors: [0, 0] }))
});
await postgres.end();
