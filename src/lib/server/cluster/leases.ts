import type { Log } from '../log.ts';
import { TryLaterError } from '../rooms/try-later.ts';
import type { Address, LeaseTable, Node } from './lease-table.ts';

/** Times of leases, in milliseconds. */
export type LeaseTimes = {
	/** How long others leave a workshop to a node that they hear nothing of. */
	readonly length: number;
	readonly renewEvery: number;
	/** How much earlier than that the node itself stops: more than clocks drift apart meanwhile. */
	readonly margin: number;
};

/** Times by which two renewals may be missed and the third is in time. */
export function leaseTimes(seconds: number): LeaseTimes {
	const length = seconds * 1000;
	return { length, renewEvery: length / 3.5, margin: length / 8 };
}

/** The right to write a workshop, as long as it is held. */
export type Lease = {
	readonly workshopId: string;
	readonly epoch: number;
	/** False from the moment that somebody else may have it; never true again. */
	readonly held: boolean;
};

type OwnLease = { -readonly [Field in keyof Lease]: Lease[Field] };

/** What leases work with. */
export type LeasesParts = {
	readonly table: LeaseTable;
	readonly self: Address;
	/** Milliseconds of a clock that never goes back. */
	readonly clock: () => number;
	readonly newId: () => string;
	readonly times: LeaseTimes;
	readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
	/** Called with workshops that others may own from now on: nothing of them may be shown any more. */
	readonly lost: (workshopIds: readonly string[]) => void;
	/** Called after each renewal with all nodes that are alive. */
	readonly heard: (alive: ReadonlySet<string>) => void;
};

/** A stretch of a process's life in which its renewals were in time. */
type Stretch = {
	readonly node: string;
	readonly leases: Map<string, OwnLease>;
	readonly claims: Map<string, Promise<Lease | undefined>>;
	/** On the clock of this process; the database's own time is later. */
	trustedUntil: number;
};

/**
 * The leases of this process. It trusts them by its own clock, from the moment at which a renewal was
 * sent; what is not renewed in time it has lost, whatever the database says later.
 */
export class Leases {
	/** Leases that others had let run out. */
	takeovers = 0;
	readonly #parts: LeasesParts;
	#stretch: Stretch | undefined;
	#former: string | undefined;
	#renewing: ReturnType<typeof setInterval> | undefined;
	#ending: ReturnType<typeof setTimeout> | undefined;
	#underWay: Promise<void> | undefined;
	#stopped = false;

	constructor(parts: LeasesParts) {
		this.#parts = parts;
	}

	get size(): number {
		return this.#current()?.leases.size ?? 0;
	}

	/** Workshops that this process owns. */
	get workshopIds(): string[] {
		return [...(this.#current()?.leases.keys() ?? [])];
	}

	/** The name by which the database knows this process now. */
	get node(): string | undefined {
		return this.#current()?.node;
	}

	/** Becomes a node, and stays one until `stop`. */
	async start(): Promise<void> {
		await this.#register();
		this.#renewing = setInterval(() => void this.renew(), this.#parts.times.renewEvery);
		this.#renewing.unref();
	}

	/** The lease of a workshop, when this process has it and may trust that. */
	held(workshopId: string): Lease | undefined {
		return this.#current()?.leases.get(workshopId);
	}

	/**
	 * Gives the lease of a workshop, taken when nobody has it.
	 *
	 * @returns undefined when another node has it, or there is no such workshop
	 * @throws {TryLaterError} when this process can take none
	 */
	async claim(workshopId: string): Promise<Lease | undefined> {
		const stretch = this.#current();
		const held = stretch?.leases.get(workshopId);
		if (held) return held;
		if (!stretch || this.#stopped) throw new TryLaterError();
		const claim = stretch.claims.get(workshopId) ?? this.#take(stretch, workshopId);
		stretch.claims.set(workshopId, claim);
		return claim.finally(() => stretch.claims.delete(workshopId));
	}

	/** Gives leases back; what they were for must have been written and let go of. */
	async release(workshopIds: readonly string[]): Promise<void> {
		const stretch = this.#current();
		if (!stretch) return;
		const epochs = workshopIds.flatMap((id) => letGo(stretch, id)?.epoch ?? []);
		if (epochs.length > 0) await this.#parts.table.release(epochs);
	}

	/** Knows that somebody else has workshops now, before the time was up. */
	lose(workshopIds: readonly string[]): void {
		const stretch = this.#stretch;
		const own = workshopIds.filter((id) => stretch && letGo(stretch, id) !== undefined);
		if (own.length > 0) this.#parts.lost(own);
	}

	/** Prolongs all leases, or finds out that they are lost and begins anew. */
	renew(): Promise<void> {
		this.#underWay ??= this.#renewOrRegister()
			.catch((error: unknown) => {
				const reason = error instanceof Error ? error.message : typeof error;
				this.#parts.log.warn({ reason }, 'The leases could not be renewed.');
			})
			.finally(() => (this.#underWay = undefined));
		return this.#underWay;
	}

	/** Takes no more leases; those there are stay until `stop`. */
	takeNoMore(): void {
		this.#stopped = true;
	}

	/** Gives everything back, as far as the database can be reached. */
	async stop(): Promise<void> {
		this.#stopped = true;
		clearInterval(this.#renewing);
		clearTimeout(this.#ending);
		await this.#underWay;
		const stretch = this.#stretch;
		this.#stretch = undefined;
		if (!stretch) return;
		for (const id of stretch.leases.keys()) letGo(stretch, id);
		await this.#parts.table.leave(stretch.node).catch(() => undefined);
	}

	async #renewOrRegister(): Promise<void> {
		const stretch = this.#current();
		if (!stretch) return this.#register();
		const { table, clock, times, heard } = this.#parts;
		const sent = clock();
		const alive = await table.renew(stretch.node, times.length);
		if (!alive) this.#end(stretch);
		// An answer that comes too late is no answer: others may have acted on its absence.
		if (this.#current() !== stretch) return this.#register();
		this.#trust(stretch, sent);
		heard(alive ?? new Set());
	}

	async #register(): Promise<void> {
		if (this.#stopped) return;
		const { table, self, clock, newId, times } = this.#parts;
		const node: Node = { ...self, node: newId() };
		const sent = clock();
		await table.register(node, times.length, this.#former);
		const stretch = { node: node.node, leases: new Map(), claims: new Map(), trustedUntil: 0 };
		this.#stretch = stretch;
		this.#trust(stretch, sent);
	}

	#trust(stretch: Stretch, sent: number): void {
		const { clock, times } = this.#parts;
		stretch.trustedUntil = sent + times.length - times.margin;
		clearTimeout(this.#ending);
		this.#ending = setTimeout(() => this.#current(), stretch.trustedUntil - clock() + 1);
		this.#ending.unref();
	}

	/** The stretch that goes on; one of which the time is up is ended first. */
	#current(): Stretch | undefined {
		const stretch = this.#stretch;
		if (stretch && this.#parts.clock() >= stretch.trustedUntil) this.#end(stretch);
		return this.#stretch;
	}

	#end(stretch: Stretch): void {
		if (this.#stretch !== stretch) return;
		this.#stretch = undefined;
		this.#former = stretch.node;
		const lost = [...stretch.leases.keys()];
		for (const id of lost) letGo(stretch, id);
		this.#parts.log.error({ leases: lost.length }, 'The leases ran out: all workshops are let go.');
		if (lost.length > 0) this.#parts.lost(lost);
	}

	async #take(stretch: Stretch, workshopId: string): Promise<Lease | undefined> {
		const claim = await this.#parts.table.claim(workshopId, stretch.node);
		if (!claim) return undefined;
		if (this.#current() !== stretch) throw new TryLaterError();
		if (claim.takenOver) this.takeovers += 1;
		const lease = { workshopId, epoch: claim.epoch, held: true };
		stretch.leases.set(workshopId, lease);
		return lease;
	}
}

function letGo({ leases }: Stretch, workshopId: string): Lease | undefined {
	const lease = leases.get(workshopId);
	if (lease) lease.held = false;
	leases.delete(workshopId);
	return lease;
}
