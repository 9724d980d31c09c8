import { Child, type Usage } from './child.ts';
import { LightClient } from './light-client.ts';
import { workshopName } from './workshops.ts';

/**
 * The first rooms also make the process grow once and for all; what a room costs is what the later
 * ones add.
 */
const sizes = [
	{ first: 200, rooms: 900, clientsPerRoom: 10, filled: false },
	{ first: 200, rooms: 2_000, clientsPerRoom: 1, filled: false },
	{ first: 100, rooms: 400, clientsPerRoom: 10, filled: true }
];

/** Newcomers make V8 grow its space for short-lived things by tens of MB; that is no room's memory. */
const nursery = ['--expose-gc', '--max-semi-space-size=8'];

/** Memory of the server when people are in their rooms and do nothing. */
export async function measureIdle(): Promise<void> {
	console.log('\nMemory of idle rooms');
	const rows = [];
	for (const size of sizes) rows.push(await measure(size));
	console.table(rows);
}

async function measure({ first, rooms, clientsPerRoom, filled }: (typeof sizes)[number]) {
	const server = Child.start(
		new URL('./own-server.ts', import.meta.url),
		{ rooms, filled },
		nursery
	);
	const port = await server.hear<number>();
	const range = { port, clientsPerRoom };
	const clients = await enter({ ...range, from: 0, to: first });
	const before = await settled(server);
	clients.push(...(await enter({ ...range, from: first, to: rooms })));
	const after = await settled(server);
	for (const client of clients) client.leave();
	await server.end();
	return {
		rooms,
		board: filled ? 'the example' : 'a measure per client',
		'clients per room': clientsPerRoom,
		'process MB': (after.memory / 1e6).toFixed(0),
		'kB per room': ((after.memory - before.memory) / (rooms - first) / 1e3).toFixed(0)
	};
}

async function settled(server: Child): Promise<Usage> {
	await new Promise((done) => setTimeout(done, 3_000));
	await server.ask<Usage>('settled');
	return server.ask<Usage>('settled');
}

type Range = {
	readonly port: number;
	readonly clientsPerRoom: number;
	readonly from: number;
	readonly to: number;
};

async function enter({ port, clientsPerRoom, from, to }: Range): Promise<LightClient[]> {
	const clients: LightClient[] = [];
	for (let room = from; room < to; room += 1) {
		const path = `/sync/${workshopName(room)}/board?ack=1`;
		const inRoom = Array.from(
			{ length: clientsPerRoom },
			(_, index) => new LightClient({ port, path, name: `m${room}-${index}` })
		);
		await Promise.all(inRoom.map(({ welcomed }) => welcomed));
		for (const client of inRoom) client.enter();
		clients.push(...inRoom);
	}
	return clients;
}
