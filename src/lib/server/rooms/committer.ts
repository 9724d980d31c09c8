import type { Log } from '../log.ts';
import { StaleLeaseError, UnknownWorkshopError } from '../store/errors.ts';
import type { RoomKey, RoomStore } from '../store/rooms.ts';
import type { Batch } from './batch.ts';
import type { Counters } from './figures.ts';
import type { Limits } from './limits.ts';
import type { Room } from './room.ts';

/** A room and what it waits to have made durable. */
export type Pending = { readonly room: Room; readonly batch: Batch };

/** What a committer works with. */
export type CommitterParts = {
	readonly store: Pick<RoomStore, 'append'> & { probe(): Promise<void> };
	readonly log: Pick<Log, 'warn' | 'error' | 'info'>;
	readonly counters: Counters;
	readonly limits: Limits;
	/** Called when the store fails for so long that everybody has to come back later. */
	readonly onDown: () => void;
	/** Called with a room whose workshop no longer exists, or is another server's by now. */
	readonly onGone: (room: Room) => void;
};

const firstPause = 50;
const longestPause = 1_000;

/**
 * Makes batches durable: all rooms together, one append at a time, again until it works.
 *
 * What fails for longer than the patience is given up: nobody was told it is safe, so it is still in
 * the browser that sent it. From then on the store is down until it can write again.
 */
export class Committer {
	readonly #parts: CommitterParts;
	#down = false;
	#stopped = false;

	constructor(parts: CommitterParts) {
		this.#parts = parts;
	}

	get isDown(): boolean {
		return this.#down;
	}

	/** Gives up what still fails; nothing is tried again after this. */
	stop(): void {
		this.#stopped = true;
	}

	/** @returns the number of the last update of each room that is durable now */
	async commit(pending: readonly Pending[]): Promise<Map<RoomKey, number>> {
		const patience = setTimeout(() => this.#giveUp(), this.#parts.limits.storePatience);
		try {
			return await this.#appendUntilDone(pending);
		} finally {
			clearTimeout(patience);
			if (this.#down) void this.#recover();
		}
	}

	async #appendUntilDone(pending: readonly Pending[]): Promise<Map<RoomKey, number>> {
		const entries = pending.flatMap(({ batch }) => batch.entries);
		for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
			try {
				const sequences = await this.#parts.store.append(entries);
				// After giving up, the rooms were closed: nobody is left to tell.
				return this.#down ? new Map() : sequences;
			} catch (error) {
				if (isHopeless(error)) return this.#appendEach(pending);
				this.#failed(error);
			}
			if (this.#down || this.#stopped) return new Map();
			await delay(pause);
			if (this.#down || this.#stopped) return new Map();
		}
	}

	/** One workshop was deleted or taken over in the meantime; the others must not suffer. */
	async #appendEach(pending: readonly Pending[]): Promise<Map<RoomKey, number>> {
		const [only, ...others] = pending;
		if (only && others.length === 0) {
			this.#parts.onGone(only.room);
			return new Map();
		}
		const all = new Map<RoomKey, number>();
		for (const one of pending) {
			for (const [key, sequence] of await this.#appendUntilDone([one])) all.set(key, sequence);
		}
		return all;
	}

	#failed(error: unknown): void {
		this.#parts.counters.storeFailures += 1;
		this.#parts.log.error({ reason: nameOf(error) }, 'Edits could not be made durable.');
	}

	#giveUp(): void {
		if (this.#down) return;
		this.#down = true;
		this.#parts.log.error({}, 'The store keeps failing: everybody is told to come back later.');
		this.#parts.onDown();
	}

	async #recover(): Promise<void> {
		for (let pause = firstPause; !this.#stopped; pause = Math.min(pause * 2, longestPause)) {
			await delay(pause);
			try {
				await this.#parts.store.probe();
				this.#down = false;
				this.#parts.log.info({}, 'The store works again.');
				return;
			} catch (error) {
				this.#failed(error);
			}
		}
	}
}

/** What will not get better by trying again. */
function isHopeless(error: unknown): boolean {
	return error instanceof UnknownWorkshopError || error instanceof StaleLeaseError;
}

function delay(milliseconds: number): Promise<void> {
	return new Promise((done) => setTimeout(done, milliseconds).unref());
}

function nameOf(error: unknown): string {
	return error instanceof Error ? error.name : typeof error;
}
