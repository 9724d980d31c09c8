import type { Log } from '../log.ts';
import type { RoomKey } from '../store/rooms.ts';
import type { Store } from '../store/store.ts';
import { Committer } from './committer.ts';
import { Counters, type Figures } from './figures.ts';
import { Flusher } from './flusher.ts';
import type { Limits } from './limits.ts';
import { workshopOfRoom, type Ownership } from './ownership.ts';
import { Registry } from './registry.ts';
import { documentOf, type Room } from './room.ts';
import type { RoomDocument } from './room-document.ts';
import { TryLaterError } from './try-later.ts';

/** What an engine works with. */
export type EngineParts = {
	readonly store: Pick<Store, 'loadRoom' | 'append' | 'compact' | 'saveVersion' | 'probe'>;
	readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
	readonly now: () => number;
	readonly limits: Limits;
	/** Who may write which workshop, where several servers share the store. */
	readonly ownership?: Ownership | undefined;
};

/** The rooms and the one way that edits go through them; knows sockets only as connections. */
export class Engine {
	readonly counters = new Counters();
	readonly #parts: EngineParts;
	readonly #committer: Committer;
	readonly #flusher: Flusher;
	readonly #registry: Registry;
	readonly #restless = new Set<Room>();
	readonly #watchers = new Map<RoomKey, Set<() => void>>();
	readonly #sweeping: ReturnType<typeof setInterval>;
	#telling: ReturnType<typeof setTimeout> | undefined;
	#stopping = false;

	constructor(parts: EngineParts) {
		const { store, log, limits, now, ownership } = parts;
		const { counters } = this;
		this.#parts = parts;
		this.#committer = new Committer({
			...{ store, log, counters, limits },
			onDown: () => this.#dropAll(),
			onGone: (room) => this.#drop(room)
		});
		this.#flusher = new Flusher({
			...{ committer: this.#committer, counters, limits, now },
			onBroken: (room, error) => this.#broke(room, error)
		});
		this.#registry = new Registry({
			...{ store, log, counters, limits, now, ownership },
			schedule: (room) => this.#flusher.schedule(room),
			changed: (room) => this.#tellWatchers(room.key),
			scheduleAwareness: (room) => this.#scheduleAwareness(room)
		});
		this.#sweeping = setInterval(() => this.#registry.sweep(), limits.sweepEvery);
		this.#sweeping.unref();
	}

	/** True while nobody can be let in: the store is down, or the server stops. */
	get isClosed(): boolean {
		return this.#stopping || this.#committer.isDown;
	}

	/**
	 * Opens a room and does something with it before it can be written away.
	 *
	 * @throws {TryLaterError} while nobody can be let in
	 */
	async use<Result>(key: RoomKey, work: (room: Room) => Promise<Result>): Promise<Result> {
		if (this.isClosed) throw new TryLaterError();
		const room = await this.open(key);
		room.uses += 1;
		try {
			return await work(room);
		} finally {
			room.uses -= 1;
		}
	}

	/** Gives a room that is in memory at the moment the promise resolves. */
	async open(key: RoomKey): Promise<Room> {
		for (;;) {
			// Asking lets go of what was lost while this process stood still.
			this.#parts.ownership?.held(workshopOfRoom(key));
			const room = await this.#registry.open(key);
			if (this.isClosed) throw new TryLaterError();
			if (this.#registry.has(room)) {
				room.idle = 0;
				return room;
			}
		}
	}

	/**
	 * Looks into a document without a need to own it: of another server's workshop it reads what is
	 * durable at this moment.
	 */
	async read<Result>(key: RoomKey, look: (document: RoomDocument) => Result): Promise<Result> {
		const { ownership, store } = this.#parts;
		if (!ownership || ownership.held(workshopOfRoom(key))) {
			return this.use(key, async ({ document }) => look(document));
		}
		const document = documentOf(key, await store.loadRoom(key), this.#parts.limits);
		try {
			return look(document);
		} finally {
			document.destroy();
		}
	}

	/** True when rooms of a workshop are in memory. */
	has(workshopId: string): boolean {
		return this.#roomsOf(workshopId).length > 0;
	}

	/** Writes the rooms of a workshop away, after what came in, as far as there is time for it. */
	async writeAway(workshopId: string): Promise<void> {
		const end = this.#parts.now() + this.#parts.limits.handOverPatience;
		const isSettled = () => this.#roomsOf(workshopId).every((room) => room.isSettled);
		while (!isSettled() && this.#parts.now() < end) {
			await new Promise((done) => setTimeout(done, 5));
		}
		for (const room of this.#roomsOf(workshopId)) await this.#registry.compact(room);
	}

	/** Calls a listener after every durable change of a room; gives the way to stop. */
	watch(key: RoomKey, listener: () => void): () => void {
		const watchers = this.#watchers.get(key) ?? new Set();
		this.#watchers.set(key, watchers.add(listener));
		return () => {
			watchers.delete(listener);
			if (watchers.size === 0 && this.#watchers.get(key) === watchers) this.#watchers.delete(key);
		};
	}

	/** Takes rooms out of memory without writing them. */
	forget(which: (key: RoomKey) => boolean): void {
		for (const room of this.#registry.rooms) if (which(room.key)) this.#drop(room);
	}

	/** Makes durable what came in, or gives up when that takes too long. */
	async drain(): Promise<void> {
		this.#stopping = true;
		const late = setTimeout(() => this.#committer.stop(), this.#parts.limits.stopPatience);
		await this.#flusher.drain();
		clearTimeout(late);
		this.#committer.stop();
	}

	/** Writes the rooms away, as far as there is time for it; nothing works after this. */
	async stop(): Promise<void> {
		clearInterval(this.#sweeping);
		clearTimeout(this.#telling);
		const end = this.#parts.now() + this.#parts.limits.stopPatience;
		for (const room of this.#registry.rooms) {
			// What is left over is in the log, and only takes longer to load.
			if (this.#parts.now() < end) await this.#registry.compact(room);
			this.#registry.drop(room);
			room.abandon(new TryLaterError());
		}
	}

	figures(connections: number): Figures {
		const sizes = [...this.#registry.rooms].map(({ document }) => document.bytes);
		return this.counters.figures({
			connections,
			rooms: this.#registry.size,
			storeDown: this.#committer.isDown,
			documents: {
				bytes: sizes.reduce((sum, size) => sum + size, 0),
				largest: Math.max(0, ...sizes)
			}
		});
	}

	#roomsOf(workshopId: string): Room[] {
		return [...this.#registry.rooms].filter(({ key }) => workshopOfRoom(key) === workshopId);
	}

	#tellWatchers(key: RoomKey): void {
		for (const listener of this.#watchers.get(key) ?? []) listener();
	}

	#scheduleAwareness(room: Room): void {
		this.#restless.add(room);
		this.#telling ??= setTimeout(() => {
			this.#telling = undefined;
			for (const restless of this.#restless) restless.tellAwareness();
			this.#restless.clear();
		}, this.#parts.limits.awarenessWindow);
	}

	#broke(room: Room, error: unknown): void {
		const reason = error instanceof Error ? error.message : typeof error;
		this.#parts.log.error({ room: room.key, reason }, 'A room broke and is loaded anew.');
		this.#drop(room);
	}

	#dropAll(): void {
		for (const room of this.#registry.rooms) this.#drop(room);
	}

	#drop(room: Room): void {
		const error = new TryLaterError();
		this.#registry.drop(room);
		this.#restless.delete(room);
		this.#flusher.forget(room, error);
		room.abandon(error);
	}
}
