import { given } from './child.ts';
import { LightClient } from './light-client.ts';
import { workshopName } from './workshops.ts';

/** How much load, for how long. */
export type Load = {
	/** Where the server listens; of several, each room goes to the next. */
	readonly port: number | readonly number[];
	readonly rooms: number;
	readonly clientsPerRoom: number;
	/** Edits a second of each client. */
	readonly rate: number;
	readonly warmUpSeconds: number;
	readonly seconds: number;
};

/** What was measured, in milliseconds. */
export type Measured = {
	readonly seen: { readonly p50: number; readonly p99: number; readonly count: number };
	readonly acknowledged: { readonly p50: number; readonly p99: number; readonly count: number };
	readonly sent: number;
	/** Bytes that all clients together received and sent in that time. */
	readonly traffic: { readonly received: number; readonly sent: number };
	/** Milliseconds by which the load itself ran late, at worst: the figures are no better than this. */
	readonly lateness: number;
};

/** In every room this many clients write down what they see. */
const probesPerRoom = 10;
const mark = '@'.charCodeAt(0);
const title = /^(\d+):(\d+)$/;

class Writer {
	readonly client: LightClient;
	/** When each edit was sent, by its number. */
	readonly sentAt: number[] = [];
	constructor(client: LightClient) {
		this.client = client;
	}
}

const load = await given<Load>();
const writers: Writer[] = [];
const seen: number[] = [];
const acknowledged: number[] = [];
let measuring = false;

for (let room = 0; room < load.rooms; room += 1) {
	for (let index = 0; index < load.clientsPerRoom; index += 1) writers.push(enter(room, index));
	await Promise.all(writers.slice(-load.clientsPerRoom).map(({ client }) => client.welcomed));
}
for (const { client } of writers) client.enter();

function enter(room: number, index: number): Writer {
	const every = Math.max(1, Math.floor(load.clientsPerRoom / probesPerRoom));
	const own: { writer?: Writer } = {};
	const client = new LightClient({
		port: portOf(room),
		path: `/sync/${workshopName(room)}/board?ack=1`,
		name: `m${room}-${index}`,
		...(index % every === 0 && { listen: (message) => hear(message, own.writer) })
	});
	own.writer = new Writer(client);
	return own.writer;
}

function portOf(room: number): number {
	const ports = [load.port].flat();
	return ports[room % ports.length]!;
}

/** Looks for titles such as `@12:345@`, which say who sent which edit. */
function hear(message: Buffer, own: Writer | undefined): void {
	if (!measuring) return;
	const now = performance.now();
	if (message[0] === 64) {
		// The first of this client's frames was its step 2.
		const sentAt = own?.sentAt[countIn(message) - 2];
		if (sentAt !== undefined) acknowledged.push(now - sentAt);
		return;
	}
	for (let at = message.indexOf(mark); at !== -1;) {
		const end = message.indexOf(mark, at + 1);
		if (end === -1) return;
		const [, writer, edit] = title.exec(message.toString('latin1', at + 1, end)) ?? [];
		// What lies between was no title: then its end may be the start of one.
		at = edit === undefined ? end : message.indexOf(mark, end + 1);
		const from = edit === undefined ? undefined : writers[Number(writer)];
		const sentAt = from === own ? undefined : from?.sentAt[Number(edit)];
		if (sentAt !== undefined) seen.push(now - sentAt);
	}
}

function countIn(message: Buffer): number {
	let count = 0;
	for (let index = 1, scale = 1; index < message.length; index += 1, scale *= 128) {
		count += ((message[index] ?? 0) & 127) * scale;
	}
	return count;
}

const apart = 1000 / load.rate / writers.length;
/** Everybody in turn, but people in one room not one after the other. */
const turns = shuffled(writers.map((_, index) => index));
let sent = 0;
let lateness = 0;

function writeUntil(end: number): Promise<void> {
	let due = performance.now();
	let next = 0;
	return new Promise((done) => {
		const turn = () => {
			const now = performance.now();
			lateness = measuring ? Math.max(lateness, now - due - 2) : 0;
			for (; due <= now; due += apart, next = (next + 1) % turns.length) write(turns[next]!);
			if (now < end) setTimeout(turn, 1);
			else done();
		};
		turn();
	});
}

function write(index: number): void {
	const { client, sentAt } = writers[index]!;
	sentAt.push(performance.now());
	client.write(`@${index}:${sentAt.length - 1}@`);
	if (measuring) sent += 1;
}

/** Mixes a list, the same way every time. */
function shuffled(list: number[]): number[] {
	let state = 1;
	for (let end = list.length - 1; end > 0; end -= 1) {
		state = (Math.imul(state, 48_271) >>> 0) % 2_147_483_647;
		const other = state % (end + 1);
		[list[end], list[other]] = [list[other]!, list[end]!];
	}
	return list;
}

function summary(values: number[]): Measured['seen'] {
	values.sort((a, b) => a - b);
	const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? NaN;
	return { p50: at(0.5), p99: at(0.99), count: values.length };
}

function traffic(): Measured['traffic'] {
	const all = writers.map(({ client }) => client.traffic);
	return {
		received: all.reduce((sum, { received }) => sum + received, 0),
		sent: all.reduce((sum, { sent }) => sum + sent, 0)
	};
}

await writeUntil(performance.now() + load.warmUpSeconds * 1000);
process.send?.('warm');
measuring = true;
const before = traffic();
await writeUntil(performance.now() + load.seconds * 1000);
process.send?.('over');
await new Promise((done) => setTimeout(done, 300));
const after = traffic();
const measured: Measured = {
	seen: summary(seen),
	acknowledged: summary(acknowledged),
	...{ sent, lateness },
	traffic: { received: after.received - before.received, sent: after.sent - before.sent }
};
process.send?.(measured, () => process.exit(0));
