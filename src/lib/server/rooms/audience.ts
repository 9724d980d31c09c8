import type { Batch } from './batch.ts';
import type { Connection } from './connection.ts';
import { keepAliveFrame } from './awareness.ts';
import type { Limits } from './limits.ts';

/** The connections of one room, and what each of them can take. */
export class Audience {
	readonly #connections = new Set<Connection>();
	readonly #limits: Limits;

	constructor(limits: Limits) {
		this.#limits = limits;
	}

	get size(): number {
		return this.#connections.size;
	}

	[Symbol.iterator](): Iterator<Connection> {
		return this.#connections.values();
	}

	add(connection: Connection): void {
		this.#connections.add(connection);
	}

	/** @returns false when it was not here */
	remove(connection: Connection): boolean {
		return this.#connections.delete(connection);
	}

	/**
	 * Stops sending to who reads too slowly, from before the next change on.
	 *
	 * @param stateVector what everybody has now; only asked for when somebody is slow
	 */
	skipSlow(stateVector: () => Uint8Array): void {
		let current: Uint8Array | undefined;
		for (const connection of this.#connections) {
			if (connection.behind || !connection.subscribed) continue;
			if (connection.waiting <= this.#limits.slowReader) continue;
			current ??= stateVector();
			connection.behind = current;
		}
	}

	/** Shows a batch to all who keep up, and tells its writers that it is committed. */
	show(frame: Buffer | undefined, { writers, settled }: Batch): void {
		const onlyWriter = writers.size === 1 ? [...writers][0] : undefined;
		for (const connection of this.#connections) {
			const sees =
				frame && connection.subscribed && !connection.behind && connection !== onlyWriter;
			const own = settled.get(connection);
			if (!own) {
				if (sees) connection.send(frame);
				continue;
			}
			const committed = connection.committed(own.edits);
			if (sees && committed) connection.send(frame, committed);
			else if (sees) connection.send(frame);
			else if (committed) connection.send(committed);
		}
	}

	/** Sends what may be missed, such as who looks where, to all who keep up. */
	tell(frame: Buffer): void {
		for (const connection of this.#connections) {
			if (!connection.behind) connection.send(frame);
		}
	}

	/** Keeps connections alive, asks silent ones whether they still are, lets dead ones go. */
	sweep(): void {
		const { quietRounds, pingRounds, deadRounds } = this.#limits;
		for (const connection of this.#connections) {
			connection.unheard += 1;
			connection.quiet += 1;
			const dead = connection.unheard >= deadRounds || this.#isStuck(connection);
			if (dead) connection.terminate();
			else if (connection.unheard >= pingRounds) connection.ping();
			if (connection.quiet >= quietRounds && connection.waiting === 0) {
				connection.send(keepAliveFrame);
			}
		}
	}

	#isStuck(connection: Connection): boolean {
		const { waiting } = connection;
		const { slowReader, stuckRounds, hopelessReader } = this.#limits;
		const takesNothing = waiting > slowReader && waiting >= connection.backlog;
		connection.stuck = takesNothing ? connection.stuck + 1 : 0;
		connection.backlog = waiting;
		return connection.stuck > stuckRounds || waiting > hopelessReader;
	}
}
