import type { Committer, Pending } from './committer.ts';
import type { Counters } from './figures.ts';
import type { Limits } from './limits.ts';
import type { Room } from './room.ts';
import { TryLaterError } from './try-later.ts';

/** What a flusher works with. */
export type FlusherParts = {
	readonly committer: Committer;
	readonly counters: Counters;
	readonly limits: Limits;
	readonly now: () => number;
	/** Called with a room in which showing went wrong; what is durable stays so. */
	readonly onBroken: (room: Room, error: unknown) => void;
};

/** Frames a second that make the window one millisecond longer. */
const framesPerMillisecond = 450;
/** Milliseconds over which the frames are counted. */
const memory = 250;

/**
 * Gathers the edits of all rooms for a short while, has them made durable together, then lets each
 * room show its own.
 *
 * The window grows with the frames that would be sent: a few people see each other's edits after
 * about 2 ms, a hall of 200 after at most 18, for a tenth of the work.
 */
export class Flusher {
	readonly #parts: FlusherParts;
	readonly #waiting = new Set<Room>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#flushing: Promise<void> | undefined;
	/** Frames sent in about the last `memory` milliseconds. */
	#frames = 0;
	#underWay: readonly Pending[] = [];
	#countedAt: number;

	constructor(parts: FlusherParts) {
		this.#parts = parts;
		this.#countedAt = parts.now();
	}

	/** Sees to it that a room's edits are flushed within the window. */
	schedule(room: Room): void {
		this.#waiting.add(room);
		this.#wind();
	}

	/** Flushes until nothing waits; for stopping. */
	async drain(): Promise<void> {
		while (this.#flushing || this.#waiting.size > 0) {
			clearTimeout(this.#timer);
			this.#timer = undefined;
			await (this.#flushing ?? this.#flush());
		}
	}

	/** Forgets a room that is closed; what it was writing may or may not become durable. */
	forget(room: Room, error: Error): void {
		this.#waiting.delete(room);
		for (const pending of this.#underWay) {
			if (pending.room === room) fail(pending, error);
		}
	}

	#wind(): void {
		if (this.#timer || this.#flushing || this.#waiting.size === 0) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			void this.#flush();
		}, this.#window());
	}

	#window(): number {
		const { shortestWindow, longestWindow } = this.#parts.limits;
		const perSecond = (this.#frames * 1000) / memory;
		return Math.min(longestWindow, shortestWindow + perSecond / framesPerMillisecond);
	}

	#flush(): Promise<void> {
		this.#flushing = this.#flushAll().finally(() => {
			this.#flushing = undefined;
			this.#wind();
		});
		return this.#flushing;
	}

	async #flushAll(): Promise<void> {
		const rooms = [...this.#waiting];
		this.#waiting.clear();
		const pending = rooms.flatMap((room) => this.#take(room));
		const toStore = pending.filter(({ batch }) => batch.entries.length > 0);
		const sequences = toStore.length > 0 ? await this.#store(toStore) : new Map<string, number>();
		this.#count(toStore);
		for (const one of pending) this.#show(one, sequences.get(one.room.key));
	}

	async #store(toStore: readonly Pending[]): Promise<Map<string, number>> {
		this.#underWay = toStore;
		for (const { room } of toStore) room.uses += 1;
		try {
			return await this.#parts.committer.commit(toStore);
		} finally {
			for (const { room } of toStore) room.uses -= 1;
			this.#underWay = [];
		}
	}

	#take(room: Room): Pending[] {
		try {
			return [{ room, batch: room.take() }];
		} catch (error) {
			this.#parts.onBroken(room, error);
			return [];
		}
	}

	#show(pending: Pending, sequence: number | undefined): void {
		const { room, batch } = pending;
		if (batch.entries.length > 0 && sequence === undefined) {
			// Not durable: the room was closed, and its people will bring their edits again.
			fail(pending, new TryLaterError());
			return;
		}
		try {
			room.commit(batch, sequence);
		} catch (error) {
			this.#parts.onBroken(room, error);
		}
	}

	#count(stored: readonly Pending[]): void {
		const { counters, now } = this.#parts;
		const at = now();
		const fading = Math.exp(-Math.max(0, at - this.#countedAt) / memory);
		const frames = stored.reduce((sum, { room }) => sum + room.audience.size, 0);
		this.#frames = this.#frames * fading + frames;
		this.#countedAt = at;
		if (stored.length === 0) return;
		counters.batches += 1;
		counters.edits += stored.reduce((sum, { batch }) => sum + batch.entries.length, 0);
	}
}

function fail({ batch }: Pending, error: Error): void {
	for (const change of batch.changes) change.failed(error);
}
