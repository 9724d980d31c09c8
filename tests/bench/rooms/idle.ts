import { Child, type Usage } from './child.ts';
import { LightClient } from './light-client.ts';
import { workshopName } from './workshops.ts';

const sizes = [
	{ rooms: 300, clientsPerRoom: 10 },
	{ rooms: 2_000, clientsPerRoom: 2 }
];

/** Memory of the server when people are in their rooms and do nothing. */
export async function measureIdle(): Promise<void> {
	console.log('\nMemory of idle rooms, each with a measure per client');
	const rows = [];
	for (const size of sizes) rows.push(await measure(size));
	console.table(rows);
}

async function measure({ rooms, clientsPerRoom }: (typeof sizes)[number]) {
	const server = Child.start('./own-server.ts', { rooms }, ['--expose-gc']);
	const port = await server.hear<number>();
	const empty = await server.ask<Usage>('settled');
	const clients: LightClient[] = [];
	for (let room = 0; room < rooms; room += 1) {
		const path = `/sync/${workshopName(room)}/board?ack=1`;
		const inRoom = Array.from(
			{ length: clientsPerRoom },
			(_, index) => new LightClient({ port, path, name: `m${room}-${index}` })
		);
		await Promise.all(inRoom.map(({ welcomed }) => welcomed));
		for (const client of inRoom) client.enter();
		clients.push(...inRoom);
	}
	await new Promise((done) => setTimeout(done, 3_000));
	await server.ask<Usage>('settled');
	const full = await server.ask<Usage>('settled');
	for (const client of clients) client.leave();
	await server.end();
	return {
		rooms,
		'clients per room': clientsPerRoom,
		'process MB': (full.memory / 1e6).toFixed(0),
		'grown MB': ((full.memory - empty.memory) / 1e6).toFixed(0),
		'kB per room': ((full.memory - empty.memory) / rooms / 1e3).toFixed(0)
	};
}
