import { once } from 'node:events';
import type { RawClient } from '../server/rooms/support/raw-client.ts';
import { addMeasure, measuresIn } from '../server/rooms/support/measures.ts';
import type { Draw } from '../server/rooms/support/seeded.ts';
import { until } from '../server/rooms/support/until.ts';
import { startRoomServer, type RoomServer } from './forked-room.ts';
import { enterRoom } from './room-process.ts';

/** What became of the edits of one round. */
export type Round = {
	readonly sent: number;
	readonly acknowledged: number;
	readonly seen: number;
	/** Ids of measures that were acknowledged, or seen by another client, and are gone. */
	readonly lostAcknowledged: readonly string[];
	readonly lostSeen: readonly string[];
	/** Ids that are not there after everybody came back. */
	readonly lostAfterReturn: readonly string[];
	/** Milliseconds from starting the server again to the whole document being with a client. */
	readonly readyAfter: number;
};

type Writer = { readonly client: RawClient; readonly ids: string[] };

const clients = 20;
/** Milliseconds before a crowded machine counts as a server that does not answer. */
const patience = 60_000;

/** Lets clients write to a server that is killed at a moment nobody expects, and counts what is left. */
export async function killedRound(parts: {
	readonly directory: string;
	readonly round: number;
	readonly rounds: number;
	readonly draw: Draw;
}): Promise<Round> {
	const { draw } = parts;
	const first = await startRoomServer(parts);
	const writers = await Promise.all(
		Array.from({ length: clients }, (_, index) => enter(first, parts.round, `w${index}`))
	);
	const writing = writers.map((writer, index) => writeOn(writer, `w${index}`, draw));
	await until(
		() => writers.every(({ client }) => client.acks.length > 1),
		'everybody writes',
		patience
	);
	await pause(draw.below(500));
	first.process.kill('SIGKILL');
	await once(first.process, 'exit');
	await Promise.all(writers.map(({ client }) => client.closed()));
	await Promise.all(writing);

	const started = performance.now();
	const second = await startRoomServer(parts);
	const reader = await enter(second, parts.round, 'reader');
	const readyAfter = performance.now() - started;
	const kept = new Set(measuresIn(reader.client.doc));
	const acknowledged = writers.flatMap(acknowledgedBy);
	const seen = seenByOthers(writers);
	const missing = await lostAfterReturn(writers, second, parts.round);
	second.process.kill('SIGKILL');
	await once(second.process, 'exit');
	return {
		sent: writers.reduce((sum, { ids }) => sum + ids.length, 0),
		acknowledged: acknowledged.length,
		seen: seen.length,
		lostAcknowledged: acknowledged.filter((id) => !kept.has(id)),
		lostSeen: seen.filter((id) => !kept.has(id)),
		lostAfterReturn: missing,
		readyAfter
	};
}

async function enter(server: RoomServer, round: number, name: string): Promise<Writer> {
	return { client: await enterRoom(server, round, name), ids: [] };
}

/** Adds measure after measure until the connection is gone. */
async function writeOn({ client, ids }: Writer, name: string, draw: Draw): Promise<void> {
	while (client.socket.readyState === client.socket.OPEN) {
		const id = `${name}-${ids.length}`;
		ids.push(id);
		client.edit((doc) => addMeasure(doc, id));
		await pause(draw.below(30));
	}
}

/** The first frame of each client was its empty step 2; after that each frame is one measure. */
function acknowledgedBy({ client, ids }: Writer): string[] {
	return ids.slice(0, (client.acks.at(-1) ?? 1) - 1);
}

function seenByOthers(writers: readonly Writer[]): string[] {
	const seen = new Set<string>();
	for (const { client, ids } of writers) {
		const own = new Set(ids);
		for (const id of measuresIn(client.doc)) if (!own.has(id)) seen.add(id);
	}
	return [...seen];
}

/** Lets everybody come back with what they still have; then nothing at all may be missing. */
async function lostAfterReturn(
	writers: readonly Writer[],
	server: RoomServer,
	round: number
): Promise<string[]> {
	const back = await Promise.all(
		writers.map(async ({ client }, index) => {
			const again = await enter(server, round, `w${index}`);
			again.client.sendStepTwo(client.everything());
			return again;
		})
	);
	await until(
		() => back.every(({ client }) => client.acks.at(-1) === 2),
		'all is taken in',
		patience
	);
	const reader = await enter(server, round, 'reader');
	const kept = new Set(measuresIn(reader.client.doc));
	await Promise.all([...back, reader].map(({ client }) => client.leave()));
	return writers.flatMap(({ ids }) => ids).filter((id) => !kept.has(id));
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((done) => setTimeout(done, milliseconds));
}
