import { Child, type Usage } from './rooms/child.ts';
import { measureIdle } from './rooms/idle.ts';
import type { Load, Measured } from './rooms/load.ts';
import { measureStart } from './rooms/start.ts';

/**
 * Rooms × clients × edits a second on our server and on a plain one, in the same run; then the memory
 * of idle rooms and the time to start. `npm run bench -- rooms [hall|groups|idle|start] [seconds]`
 */
type Run = Measured & {
	/** Share of one core. */
	readonly processor: number;
	readonly memory: number;
	readonly counted: unknown;
};

const servers = {
	plain: new URL('./plain-server.ts', import.meta.url),
	ours: new URL('./rooms/own-server.ts', import.meta.url)
};

async function run(server: keyof typeof servers, load: Omit<Load, 'port'>): Promise<Run> {
	const child = Child.start(servers[server], { rooms: load.rooms });
	const port = await child.hear<number>();
	const clients = Child.start(new URL('./rooms/load.ts', import.meta.url), { ...load, port });
	await clients.hear<'warm'>();
	const before = await child.ask<Usage>('usage');
	await clients.hear<'over'>();
	const after = await child.ask<Usage>('usage');
	const measured = await clients.hear<Measured>();
	await child.end();
	return {
		...measured,
		processor: (after.processor - before.processor) / 1000 / (after.at - before.at),
		memory: after.memory,
		counted: after.counted
	};
}

async function compare(title: string, load: Omit<Load, 'port'>): Promise<void> {
	console.log(`\n${title}`);
	const plain = await run('plain', load);
	const ours = await run('ours', load);
	console.table({ plain: row(plain), ours: row(ours) });
	console.log(
		`ours / plain: seen p99 ${share(ours.seen.p99, plain.seen.p99)}, processor ${share(ours.processor, plain.processor)}`
	);
	console.log('counted:', JSON.stringify(ours.counted));
}

function row({ seen, acknowledged, processor, memory, sent, lateness }: Run) {
	return {
		'seen p50 ms': seen.p50.toFixed(1),
		'seen p99 ms': seen.p99.toFixed(1),
		'ack p99 ms': acknowledged.count > 0 ? acknowledged.p99.toFixed(1) : '-',
		'processor %': (processor * 100).toFixed(1),
		'memory MB': (memory / 1e6).toFixed(0),
		edits: sent,
		sightings: seen.count,
		'load late ms': lateness.toFixed(0)
	};
}

function share(one: number, other: number): string {
	return `${((100 * one) / other).toFixed(1)} %`;
}

const [which = 'all', seconds = '10'] = process.argv.slice(2);
const usual = { rate: 2, warmUpSeconds: 5, seconds: Number(seconds) };
const wanted = (name: string) => which === 'all' || which === name;

if (wanted('hall')) {
	await compare('One room, 200 clients, 2 edits a second each', {
		...usual,
		...{ rooms: 1, clientsPerRoom: 200 }
	});
}
if (wanted('groups')) {
	await compare('50 rooms of 10 clients, 2 edits a second each', {
		...usual,
		...{ rooms: 50, clientsPerRoom: 10 }
	});
}
if (wanted('idle')) await measureIdle();
if (wanted('start')) await measureStart();
