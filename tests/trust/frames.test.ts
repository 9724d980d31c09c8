import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { halls } from '../server/rooms/support/cleanup.ts';
import { addMeasure, measuresIn } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import { seeded, type Draw } from '../server/rooms/support/seeded.ts';
import { until } from '../server/rooms/support/until.ts';

const { open, later } = halls();

/** How many frames are made; `npm run trust` makes fifty times as many. */
const frames = 2_000 * Number(process.env.TRUST_TIMES ?? 1);
const framesPerConnection = 20;

/**
 * A WebSocket frame that is often right, and else wrong in one of the ways that a frame can be wrong:
 * reserved bits, a kind that does not exist, no mask, a piece of a message that never began, a length
 * that is a lie.
 */
function anyFrame(draw: Draw): Buffer {
	const payload = Buffer.from(Array.from({ length: draw.below(60) }, () => draw.below(256)));
	payload.set([draw.below(2), draw.below(3)].slice(0, payload.length));
	const isLast = draw.below(5) > 0 ? 0x80 : 0;
	const reserved = draw.below(12) === 0 ? draw.pick([0x40, 0x20, 0x10]) : 0;
	const kind = draw.pick([2, 2, 2, 2, 2, 0, 1, 3, 8, 9, 10, 11]);
	const masked = draw.below(15) > 0;
	const claimed = draw.below(15) === 0 ? draw.below(128) : payload.length;
	const head = Buffer.from([isLast | reserved | kind, (masked ? 0x80 : 0) | claimed]);
	const mask = Buffer.from(Array.from({ length: masked ? 4 : 0 }, () => draw.below(256)));
	const body = payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0));
	return Buffer.concat([head, mask, body]);
}

test('whatever frames come, the server stays, answers others, and the document is untouched', async () => {
	const hall = await open({ limits: { messageBurst: 1e6, awarenessBurst: 1e6 } });
	const guest = await hall.join('participant');
	const good = await RawClient.synced(hall, await hall.join('participant'));
	later(() => good.leave());
	const draw = seeded(20_261_128);
	const codes = new Set<number>();
	for (let made = 0; made < frames; made += framesPerConnection) {
		const bad = await RawClient.open(hall, guest);
		const { _socket: stream } = bad.socket as unknown as { _socket: Socket };
		for (let frame = 0; frame < framesPerConnection; frame += 1) stream.write(anyFrame(draw));
		// Not every mistake is one; what is still open then ends as a browser ends that is killed.
		stream.end();
		codes.add(await bad.closed());
	}
	// 1005 and 1006: the client itself said goodbye, or heard nothing any more.
	for (const code of codes) expect([1000, 1005, 1006, 4400, 4413, 4429]).toContain(code);
	expect(codes).toContain(4400);
	good.edit((doc) => addMeasure(doc, 'm1'));
	await until(() => good.acks.at(-1) === 2, 'the others go on');
	expect(await hall.hub.read(hall.workshopId, 'board', measuresIn)).toEqual(['m1']);
}, 600_000);
