import type { Ownership } from '../rooms/ownership.ts';
import { TryLaterError } from '../rooms/try-later.ts';
import type { ClusterFigures, ClusterParts, Holdings } from './cluster-parts.ts';
import { Fences } from './fences.ts';
import { Front } from './front.ts';
import { Leases } from './leases.ts';
import type { Node } from './lease-table.ts';
import { Owners } from './owners.ts';
import type { Signals } from './signals.ts';

/** Milliseconds that an answer about an owner is used, with and without hearing what moves. */
const keepHearing = 30_000;
const keepDeaf = 2_000;
/** How often, in milliseconds, is looked for workshops that nobody uses any more. */
const lookEvery = 10_000;
/** Milliseconds over which workshops are handed over when the node stops. */
const handOverWithin = 3_000;
/** Milliseconds that giving a workshop back may take, for which somebody waits. */
const giveBackWithin = 1_000;

/** One of several servers on one database: which workshops are its own, and where the others are. */
export class Cluster {
	readonly fences: Fences;
	readonly front: Front;
	readonly ownership: Ownership;
	readonly #parts: ClusterParts;
	readonly #leases: Leases;
	readonly #owners: Owners;
	readonly #signals: Signals;
	#holdings: Holdings | undefined;
	#looking: ReturnType<typeof setInterval> | undefined;
	#unused = new Set<string>();
	/** Requests under way, by the workshop that they are about. */
	readonly #busy = new Map<string, number>();
	#staleWrites = 0;
	#leaving = false;

	constructor(parts: ClusterParts) {
		const { table, times, address, secret, behindProxy, clock, newId, log } = parts;
		this.#parts = parts;
		this.#signals = parts.signals((workshopIds) => this.#owners.forget(workshopIds));
		this.#owners = new Owners({
			...{ table, clock },
			keepFor: () => (this.#signals.live ? keepHearing : keepDeaf)
		});
		this.front = new Front({
			...{ secret, behindProxy, log },
			whereIs: (workshopId) => this.#whereIs(workshopId),
			misled: (workshopId) => this.#owners.forget([workshopId])
		});
		this.#leases = new Leases({
			...{ table, times, clock, newId, log, self: { address, secret } },
			lost: (workshopIds) => workshopIds.forEach((id) => this.#holdings?.drop(id)),
			heard: (alive) => this.#heard(alive)
		});
		this.fences = new Fences({
			held: (workshopId) => this.#leases.held(workshopId),
			stale: (workshopIds) => this.#refused(workshopIds)
		});
		this.ownership = {
			held: (workshopId) => this.#leases.held(workshopId),
			claim: async (workshopId) => {
				const lease = await this.#claim(workshopId);
				if (!lease) throw new TryLaterError();
				return lease;
			}
		};
	}

	get figures(): ClusterFigures {
		const { piped, sockets, requests } = this.front.figures;
		return {
			leases: this.#leases.size,
			takeovers: this.#leases.takeovers,
			staleWrites: this.#staleWrites,
			...{ piped, pipedSockets: sockets, pipedRequests: requests }
		};
	}

	/** Becomes a node; from then on what the rooms have is given back when nobody uses it. */
	async start(holdings: Holdings): Promise<void> {
		this.#holdings = holdings;
		await this.#leases.start();
		this.#looking = setInterval(() => void this.#releaseUnused(), lookEvery);
		this.#looking.unref();
	}

	/**
	 * Does what a request asks about a workshop, so that nothing of it is written when another node has
	 * taken the workshop over meanwhile.
	 *
	 * @throws {TryLaterError} when another node has it
	 */
	async within<Result>(workshopId: string, work: () => Promise<Result>): Promise<Result> {
		const lease = await this.#claim(workshopId);
		if (lease) {
			const fence = new Map([[workshopId, lease.epoch]]);
			return this.#counted(workshopId, () => this.fences.within(fence, work));
		}
		if (await this.#owners.of(workshopId)) throw new TryLaterError();
		// Nobody has it and it can't be had: there is no such workshop, which the work will find out.
		return work();
	}

	/**
	 * Gives back a workshop that was needed for one request only, such as the one that made it, so that it
	 * goes to the server to which a proxy sends its people. Does nothing while anybody is in it.
	 */
	async giveBack(workshopId: string): Promise<void> {
		const needed = this.#busy.has(workshopId) || this.#holdings?.attended(workshopId);
		if (needed || this.#leaving || !this.#leases.held(workshopId)) return;
		await this.#handOver(workshopId, this.#parts.clock() + giveBackWithin);
	}

	/** The node that answers for a workshop; undefined when it is this one. */
	whereIs(workshopId: string): Promise<Node | undefined> {
		return this.#whereIs(workshopId);
	}

	/**
	 * Hands all workshops over, spread over a few seconds so that others are not stormed; this node goes
	 * on to answer for those that it still has, and passes on the rest.
	 */
	async leave(): Promise<void> {
		this.#leaving = true;
		this.#leases.takeNoMore();
		clearInterval(this.#looking);
		const workshopIds = this.#leases.workshopIds;
		const pause = handOverWithin / Math.max(20, workshopIds.length);
		const end = this.#parts.clock() + handOverWithin;
		await Promise.all(
			workshopIds.map(async (workshopId, index) => {
				await new Promise((done) => setTimeout(done, Math.min(index * pause, handOverWithin)));
				await this.#handOver(workshopId, end);
			})
		);
	}

	async stop(): Promise<void> {
		clearInterval(this.#looking);
		this.front.stop();
		await this.#leases.stop();
		await this.#signals.stop();
		await this.#parts.close();
	}

	async #claim(workshopId: string) {
		const held = this.#leases.held(workshopId);
		if (held) return held;
		const lease = await this.#leases.claim(workshopId);
		if (lease) this.#tell([workshopId]);
		return lease;
	}

	async #whereIs(workshopId: string): Promise<Node | undefined> {
		if (this.#leases.held(workshopId)) return undefined;
		const owner = await this.#owners.of(workshopId);
		if (owner) return owner.node === this.#leases.node ? undefined : owner;
		if (this.#leaving) return this.#parts.table.otherThan(this.#leases.node);
		if (await this.#claim(workshopId)) return undefined;
		return this.#owners.of(workshopId);
	}

	async #handOver(workshopId: string, end: number): Promise<void> {
		try {
			if (this.#parts.clock() <= end) await this.#holdings?.handOver(workshopId);
			const released = this.#leases.release([workshopId]);
			// Somebody may have come in again meanwhile.
			this.#holdings?.drop(workshopId);
			await released;
			this.#tell([workshopId]);
		} catch (error) {
			const reason = error instanceof Error ? error.message : typeof error;
			this.#parts.log.warn({ reason }, 'A workshop could not be handed over; its lease runs out.');
		}
	}

	/** Gives back what nobody used at two looks in a row. */
	async #releaseUnused(): Promise<void> {
		const unused = this.#leases.workshopIds.filter(
			(id) => !this.#busy.has(id) && !this.#holdings?.inUse(id)
		);
		const long = unused.filter((id) => this.#unused.has(id));
		this.#unused = new Set(unused);
		if (long.length === 0) return;
		await this.#leases.release(long).catch(() => undefined);
		this.#tell(long);
	}

	async #counted<Result>(workshopId: string, work: () => Promise<Result>): Promise<Result> {
		this.#busy.set(workshopId, (this.#busy.get(workshopId) ?? 0) + 1);
		try {
			return await work();
		} finally {
			const left = (this.#busy.get(workshopId) ?? 1) - 1;
			if (left > 0) this.#busy.set(workshopId, left);
			else this.#busy.delete(workshopId);
		}
	}

	#refused(workshopIds: readonly string[]): void {
		this.#staleWrites += 1;
		this.#parts.log.warn(
			{ workshops: workshopIds.length },
			'A write under a lost lease was refused.'
		);
		this.#leases.lose(workshopIds);
	}

	#heard(alive: ReadonlySet<string>): void {
		this.#owners.keepOnly(alive);
		this.front.keepOnly(alive);
	}

	#tell(workshopIds: readonly string[]): void {
		this.#signals.tell(workshopIds);
	}
}
