import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { idsFrom } from '../tools.ts';
import type { Chance } from './chance.ts';

/** One copy of the board and what is still on its way to it. */
export class Replica {
	readonly doc = new Y.Doc();
	readonly board: Board;
	readonly coming: Uint8Array[] = [];
	/** While cut off, nothing comes in. */
	cutOff = false;

	constructor(number: number, start: Uint8Array, chance: Chance) {
		this.doc.clientID = number;
		Y.applyUpdate(this.doc, start);
		this.board = new Board(this.doc, {
			newId: idsFrom(`r${number}`),
			random: chance.random,
			now: () => 0
		});
	}

	receive(index: number, again: boolean): void {
		const update = this.coming[index];
		if (!update) return;
		if (!again) this.coming.splice(index, 1);
		Y.applyUpdate(this.doc, update);
	}
}

/** Some copies of one board, with a network that delays, reorders, repeats and cuts off. */
export class Network {
	readonly replicas: Replica[];
	readonly #chance: Chance;

	constructor(count: number, start: Uint8Array, chance: Chance) {
		this.#chance = chance;
		this.replicas = Array.from({ length: count }, (_, at) => new Replica(at + 1, start, chance));
		for (const replica of this.replicas) {
			replica.doc.on('update', (update: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
				if (local) this.#send(replica, update);
			});
		}
	}

	/** Lets something happen on the network. */
	step(): void {
		const replica = this.#chance.pick(this.replicas)!;
		if (this.#chance.maybe(0.1)) replica.cutOff = !replica.cutOff;
		if (replica.cutOff) return;
		const several = 1 + this.#chance.below(3);
		for (let count = 0; count < several; count += 1) {
			replica.receive(this.#chance.below(replica.coming.length), this.#chance.maybe(0.15));
		}
	}

	/** Delivers everything that is still on its way, in any order. */
	deliverAll(): void {
		for (const replica of this.replicas) {
			while (replica.coming.length > 0) {
				replica.receive(this.#chance.below(replica.coming.length), false);
			}
		}
	}

	#send(from: Replica, update: Uint8Array): void {
		for (const replica of this.replicas) if (replica !== from) replica.coming.push(update);
	}
}
