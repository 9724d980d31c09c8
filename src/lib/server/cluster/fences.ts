import { AsyncLocalStorage } from 'node:async_hooks';
import { StaleLeaseError } from '../store/errors.ts';
import type { LogEntry, RoomKey } from '../store/rooms.ts';
import type { Store } from '../store/store.ts';
import { workshopOfRoom, type Lease } from '../rooms/ownership.ts';
import type { Fence } from './fence.ts';

/** What fences need to know about leases. */
export type FencesParts = {
	readonly held: (workshopId: string) => Lease | undefined;
	/** Called when a write was refused because somebody else has these workshops. */
	readonly stale: (workshopIds: readonly string[]) => void;
};

/**
 * Which leases a write is made under. What a request does carries that of its workshop along through
 * everything it waits for; what a room writes carries that under which the room was loaded.
 */
export class Fences {
	readonly #parts: FencesParts;
	readonly #current = new AsyncLocalStorage<Fence | undefined>();

	constructor(parts: FencesParts) {
		this.#parts = parts;
	}

	/** The leases that must still hold when a transaction that begins now is committed. */
	get current(): Fence | undefined {
		return this.#current.getStore();
	}

	/** Does something of which every write is made under a lease. */
	async within<Result>(fence: Fence | undefined, work: () => Promise<Result>): Promise<Result> {
		try {
			return await this.#current.run(fence, work);
		} catch (error) {
			if (error instanceof StaleLeaseError) this.#parts.stale(error.workshopIds);
			throw error;
		}
	}

	/** Puts the fence that is right before everything that rooms write by themselves. */
	around(store: Store): Store {
		return {
			...store,
			append: (entries) => this.within(fenceOf(entries), () => store.append(entries)),
			compact: (room, state, sequence) =>
				this.within(this.#fenceNow(room), () => store.compact(room, state, sequence)),
			saveVersion: (room, version) =>
				this.within(this.#fenceNow(room), () => store.saveVersion(room, version)),
			// Whether the database works has nothing to do with who happened to ask.
			probe: () => this.within(undefined, () => store.probe())
		};
	}

	#fenceNow(room: RoomKey): Fence {
		const workshopId = workshopOfRoom(room);
		const lease = this.#parts.held(workshopId);
		if (!lease) throw new StaleLeaseError([workshopId]);
		return new Map([[workshopId, lease.epoch]]);
	}
}

/** @throws {StaleLeaseError} for entries of a room that was loaded under two leases, or none */
function fenceOf(entries: readonly LogEntry[]): Fence {
	const fence = new Map<string, number>();
	for (const { room, epoch } of entries) {
		const workshopId = workshopOfRoom(room);
		if (epoch === undefined || (fence.get(workshopId) ?? epoch) !== epoch) {
			throw new StaleLeaseError([workshopId]);
		}
		fence.set(workshopId, epoch);
	}
	return fence;
}
