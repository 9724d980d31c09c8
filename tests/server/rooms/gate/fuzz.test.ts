import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Expected } from '#lib/document/roots.ts';
import { refusalOf } from '#lib/server/rooms/gate/refusal.ts';
import { readUpdate } from '#lib/server/rooms/gate/update.ts';
import { KnownRoom } from '../support/known-room.ts';
import { content, handmade, type Handmade } from '../support/handmade.ts';
import { seeded, type Draw } from '../support/seeded.ts';

/** `npm run trust` looks at so many times as much. */
const times = Number(process.env.TRUST_TIMES ?? 1);

/** A board without names: what a key holds is told by its first letter. */
function shape(path: readonly string[]): Expected | undefined {
	if (path.length === 1) return path[0] === 'root' ? { holds: 'map' } : undefined;
	const key = path.at(-1) ?? '';
	if (key.startsWith('m')) return { holds: 'map' };
	if (key.startsWith('t')) return { holds: 'text' };
	return key.startsWith('v') ? { holds: 'value', type: ['string', 'number'] } : undefined;
}

/** A struct that is often right, and else nearly right, so that it reaches the deeper checks. */
function anyStruct(draw: Draw, anyId: () => readonly [number, number]): Handmade {
	const key = draw.pick(['m1', 'm2', 't1', 'v1', 'v2', 'x']);
	const fitting = {
		m: content.type(1),
		t: content.type(2),
		v: draw.pick([content.values('words'), content.values(1, 2), content.values(3)]),
		x: content.values(true)
	}[key[0] as 'm' | 't' | 'v' | 'x'];
	const other = draw.pick([
		content.deleted(draw.below(3) + 1),
		content.string(draw.pick(['a', 'bcd', '😀x'])),
		content.collected(draw.below(3) + 1)
	]);
	if (other[0] === 0 && draw.below(4) === 0) return { content: other };
	const what = draw.below(3) === 0 && other[0] !== 0 ? other : fitting;
	switch (draw.below(6)) {
		case 0:
		case 1:
			return { parent: 'root', key, content: what };
		case 2:
			return { parent: anyId(), key, content: what };
		case 3:
			return { parent: anyId(), content: content.string('abc') };
		case 4:
			return { origin: anyId(), rightOrigin: draw.below(2) ? anyId() : undefined, content: what };
		default:
			return { rightOrigin: anyId(), content: what };
	}
}

function anyUpdate(draw: Draw, room: KnownRoom): Uint8Array {
	const clients = [1, 2, 3].filter(() => draw.below(3) > 0);
	const anyId = () => {
		const client = draw.below(3) + 1;
		return [client, draw.below(room.known.clockOf(client) + 2)] as const;
	};
	const sections = clients.map((client) => ({
		client,
		clock: Math.max(0, room.known.clockOf(client) - (draw.below(8) === 0 ? 1 : 0)),
		structs: Array.from({ length: draw.below(3) + 1 }, () => anyStruct(draw, anyId))
	}));
	const deletions: Record<number, [number, number][]> = {};
	for (const client of clients) {
		const from = Math.max(0, room.known.clockOf(client) - draw.below(4));
		if (draw.below(3) === 0) deletions[client] = [[from, draw.below(4) + 1]];
	}
	return handmade(sections, deletions);
}

test('whatever is let in, Yjs applies without error, without gaps and the same everywhere', () => {
	const draw = seeded(20_260_731);
	let accepted = 0;
	for (let round = 0; round < 500 * times; round += 1) {
		const room = new KnownRoom(shape);
		const log: Uint8Array[] = [];
		for (let step = 0; step < 60; step += 1) {
			const update = anyUpdate(draw, room);
			if (room.ruleFor(update) === 'accept') log.push(update);
			if (draw.below(3) === 0) room.apply();
		}
		room.apply();
		accepted += log.length;
		expect(room.doc.store.pendingStructs).toBeNull();
		expect(room.doc.store.pendingDs).toBeNull();
		const again = new Y.Doc();
		for (const update of log) Y.applyUpdate(again, update);
		expect(again.getMap('root').toJSON()).toEqual(room.doc.getMap('root').toJSON());
	}
	expect(accepted).toBeGreaterThan(3_000);
}, 600_000);

test('bytes with flaws are refused or read, never anything else', () => {
	const draw = seeded(7);
	const doc = new Y.Doc();
	const measure = new Y.Map<unknown>();
	doc.getMap('measures').set('m1', measure);
	measure.set('title', 'Caretaker');
	measure.set('description', new Y.Text('Somebody who is there'));
	measure.set('flags', ['temporary', { deep: [1, 2.5, null, true] }]);
	const whole = Y.encodeStateAsUpdate(doc);
	let room = new KnownRoom();
	let read = 0;
	for (let round = 0; round < 20_000 * times; round += 1) {
		const flawed = Uint8Array.from(whole);
		for (let flaws = draw.below(4) + 1; flaws > 0; flaws -= 1) {
			flawed[draw.below(flawed.length)] = draw.below(256);
		}
		const update = refusalOf(() => readUpdate(flawed));
		if (!('refusal' in update)) read += 1;
		if (round % 100 === 0) room = new KnownRoom();
		room.ruleFor(flawed);
	}
	expect(read).toBeGreaterThan(1_000);
}, 600_000);
