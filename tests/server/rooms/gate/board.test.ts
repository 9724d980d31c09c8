import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { stepTwoBudget } from '#lib/server/rooms/gate/budget.ts';
import { Chance } from '../../../document/convergence/chance.ts';
import { Replica } from '../../../document/convergence/network.ts';
import { verbs } from '../../../document/convergence/verbs.ts';
import { boardDoc, exampleFile } from '../../../document/tools.ts';
import { KnownRoom } from '../support/known-room.ts';

const files = [exampleFile('demo-molenwijk.nl'), exampleFile('minimal.en')];

/** A member with a copy of the board: online every change is sent at once, offline it waits. */
class Colleague {
	readonly replica: Replica;
	readonly name: string;
	readonly #room: KnownRoom;
	online = true;
	refused: string | undefined;

	constructor(number: number, room: KnownRoom, chance: Chance) {
		this.name = `member-${number}`;
		this.#room = room;
		this.replica = new Replica(number, Y.encodeStateAsUpdate(room.doc), chance);
		this.replica.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (this.online && origin !== 'server') this.#send(update);
		});
	}

	follow(): void {
		if (!this.online) return;
		const missing = Y.encodeStateAsUpdate(this.#room.doc, Y.encodeStateVector(this.replica.doc));
		Y.applyUpdate(this.replica.doc, missing, 'server');
	}

	/** Sends what it kept, as a y-websocket client does when it has connected. */
	comeBack(): void {
		if (this.online) return;
		this.online = true;
		const kept = Y.encodeStateAsUpdate(this.replica.doc, Y.encodeStateVector(this.#room.doc));
		this.#send(kept, stepTwoBudget);
	}

	#send(update: Uint8Array, budget?: typeof stepTwoBudget): void {
		const rule = this.#room.ruleFor(update, { memberId: this.name }, budget);
		if (rule !== 'accept' && rule !== 'nothing') this.refused ??= rule;
	}
}

test.each([11, 12, 13, 14, 15, 16])(
	'whatever people do on the board, online or offline, passes the gate (seed %i)',
	(seed) => {
		const chance = new Chance(seed);
		const room = new KnownRoom();
		const start = boardDoc(files[0]!);
		Y.applyUpdate(room.doc, Y.encodeStateAsUpdate(start));
		for (const client of start.store.clients.keys()) room.owners.set(client, null);
		const colleagues = [1, 2, 3].map((number) => new Colleague(number, room, chance));
		for (let step = 0; step < 400; step += 1) {
			const colleague = chance.pick(colleagues)!;
			if (chance.maybe(0.05)) colleague.online = false;
			else if (chance.maybe(0.2)) colleague.comeBack();
			const verb = chance.pick(Object.values(verbs))!;
			verb(colleague.replica.board, chance, files);
			if (chance.maybe(0.1)) colleague.replica.board.history.undo();
			if (chance.maybe(0.05)) colleague.replica.board.history.redo();
			if (chance.maybe(0.3)) {
				room.apply();
				for (const one of colleagues) one.follow();
			}
		}
		room.apply();
		for (const colleague of colleagues) {
			colleague.follow();
			colleague.comeBack();
			room.apply();
		}
		for (const colleague of colleagues) colleague.follow();
		expect(colleagues.map(({ refused }) => refused)).toEqual([undefined, undefined, undefined]);
		expect(room.doc.store.pendingStructs).toBeNull();
		for (const { replica } of colleagues) {
			expect(replica.doc.getMap('measures').toJSON()).toEqual(room.doc.getMap('measures').toJSON());
		}
	}
);
