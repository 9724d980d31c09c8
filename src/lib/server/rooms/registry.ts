import type { Log } from '../log.ts';
import type { RoomKey, RoomStore } from '../store/rooms.ts';
import type { Limits } from './limits.ts';
import { workshopOfRoom, type Ownership } from './ownership.ts';
import { Room, type RoomParts } from './room.ts';
import { TryLaterError } from './try-later.ts';

/** What a registry works with. */
export type RegistryParts = Omit<RoomParts, 'key' | 'epoch'> & {
	readonly store: Pick<RoomStore, 'loadRoom' | 'compact' | 'saveVersion'>;
	readonly log: Pick<Log, 'warn'>;
	readonly limits: Limits;
	readonly ownership?: Ownership | undefined;
};

/** The rooms that are in memory: loaded once when somebody needs them, written away when nobody does. */
export class Registry {
	readonly #parts: RegistryParts;
	readonly #loading = new Map<RoomKey, Promise<Room>>();
	readonly #rooms = new Map<RoomKey, Room>();
	readonly #compacting = new Set<Room>();

	constructor(parts: RegistryParts) {
		this.#parts = parts;
	}

	get size(): number {
		return this.#rooms.size;
	}

	get rooms(): Iterable<Room> {
		return this.#rooms.values();
	}

	/**
	 * Gives the room, loaded.
	 *
	 * @throws {CorruptRoomError} when what is stored isn't what was written
	 * @throws {TryLaterError} when its workshop belongs to another server
	 */
	async open(key: RoomKey): Promise<Room> {
		const room = this.#rooms.get(key);
		if (room) return room;
		const loading = this.#loading.get(key) ?? this.#load(key);
		return loading;
	}

	/** True as long as this very room is the one that people get. */
	has(room: Room): boolean {
		return this.#rooms.get(room.key) === room;
	}

	/** Takes a room out of memory without writing; whoever needs it loads it anew. */
	drop(room: Room): void {
		if (this.has(room)) this.#rooms.delete(room.key);
	}

	/** Looks after all rooms: connections, compaction, and rooms that nobody is in. */
	sweep(): void {
		for (const room of this.#rooms.values()) {
			room.sweep();
			if (this.#isDue(room)) void this.#keepVersion(room);
			if (room.idle >= this.#parts.limits.idleRounds) this.#writeAway(room);
			else if (this.#isLong(room)) void this.compact(room);
		}
	}

	/** Replaces a room's log by its document; a failure costs nothing but room on disk. */
	async compact(room: Room): Promise<void> {
		if (room.document.loose.updates === 0 || this.#compacting.has(room)) return;
		this.#compacting.add(room);
		try {
			const whole = room.document.whole();
			await this.#parts.store.compact(room.key, whole.state, whole.sequence);
			room.document.compacted(whole);
		} catch (error) {
			const reason = error instanceof Error ? error.name : typeof error;
			this.#parts.log.warn({ room: room.key, reason }, 'A room could not be compacted.');
		} finally {
			this.#compacting.delete(room);
		}
	}

	/** A board that people have been changing for a while. */
	#isDue({ unversionedSince }: Room): boolean {
		const { now, limits } = this.#parts;
		return unversionedSince !== undefined && now() - unversionedSince >= limits.versionEvery;
	}

	/** Keeps what is on a board as a version; when that fails, the next round tries again. */
	async #keepVersion(room: Room): Promise<void> {
		const since = room.unversionedSince;
		if (since === undefined || !room.key.endsWith('/board')) return;
		room.unversionedSince = undefined;
		try {
			await this.#parts.store.saveVersion(room.key, {
				...{ label: 'automatic', memberId: null, state: room.document.whole().state },
				keepLast: this.#parts.limits.versionsKept
			});
		} catch (error) {
			room.unversionedSince = since;
			const reason = error instanceof Error ? error.name : typeof error;
			this.#parts.log.warn({ room: room.key, reason }, 'A version could not be kept.');
		}
	}

	#isLong({ document }: Room): boolean {
		const { compactEvery, compactBytes } = this.#parts.limits;
		return document.loose.updates >= compactEvery || document.loose.bytes >= compactBytes;
	}

	#load(key: RoomKey): Promise<Room> {
		const loading = this.#loadOwn(key).finally(() => this.#loading.delete(key));
		this.#loading.set(key, loading);
		return loading;
	}

	async #loadOwn(key: RoomKey): Promise<Room> {
		const { store, ownership } = this.#parts;
		const lease = await ownership?.claim(workshopOfRoom(key));
		const loaded = await store.loadRoom(key);
		// Another server may have written to it since.
		if (lease && !lease.held) throw new TryLaterError();
		const room = new Room(loaded, { ...this.#parts, key, epoch: lease?.epoch });
		this.#rooms.set(key, room);
		return room;
	}

	#writeAway(room: Room): void {
		this.#rooms.delete(room.key);
		void this.#keepVersion(room)
			.then(() => this.compact(room))
			.finally(() => room.document.destroy());
	}
}
