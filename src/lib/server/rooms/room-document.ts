import * as Y from 'yjs';
import type { LoadedRoom, LogEntry } from '../store/rooms.ts';
import type { Batch } from './batch.ts';
import { Draft } from './draft.ts';
import { Known, type Shape } from './gate/known.ts';
import { updateFrame } from './protocol.ts';

/** How often, in milliseconds, a full document is measured again; sooner when it may be much smaller. */
const measureEvery = 10_000;

/** What a room holds that is durable, and nothing that is not. */
export class RoomDocument {
	readonly known: Known;
	readonly #document: Y.Doc;
	readonly #owners: Map<number, string | null>;
	readonly #largest: number;
	#sequence: number;
	/** The last update that the log was compacted through. */
	#compacted: number;
	/** Bytes of the updates after that. */
	#looseBytes: number;
	/** Bytes it takes when encoded, at most: updates are counted whole. */
	#bytes: number;
	#measuredAt = 0;
	/** What it took when it was measured last. */
	#measured = 0;
	#everything: Uint8Array | undefined;
	#draft: Draft | undefined;
	#draftIsAhead = false;
	#draftRests = 0;

	/** @param options.largest bytes that the document may have */
	constructor(
		loaded: LoadedRoom,
		options: { readonly shape: Shape; readonly roots: readonly string[]; readonly largest: number }
	) {
		this.#document = new Y.Doc();
		// The server never writes here itself, and no client draws 0.
		this.#document.clientID = 0;
		for (const root of options.roots) this.#document.getMap(root);
		const updates = [...(loaded.state ? [loaded.state] : []), ...loaded.updates];
		this.#document.transact(() => {
			for (const update of updates) Y.applyUpdate(this.#document, update);
		});
		this.#owners = new Map(loaded.clients);
		this.#sequence = loaded.sequence;
		this.#compacted = loaded.sequence - loaded.updates.length;
		this.#looseBytes = lengthOf(loaded.updates);
		this.#bytes = lengthOf(updates);
		this.#largest = options.largest;
		this.known = new Known(this.#document, options.shape);
	}

	/** Bytes that it takes when encoded, at most. */
	get bytes(): number {
		return this.#bytes;
	}

	/** What the log has since it was compacted last. */
	get loose(): { readonly updates: number; readonly bytes: number } {
		return { updates: this.#sequence - this.#compacted, bytes: this.#looseBytes };
	}

	/** True when something waits for an update that never came; the gate keeps that from happening. */
	get hasGap(): boolean {
		const { pendingStructs, pendingDs } = this.#document.store;
		return pendingStructs !== null || pendingDs !== null;
	}

	/** To whom a client id belongs: undefined is nobody, null the server. */
	ownerOf(client: number): string | null | undefined {
		return this.#owners.get(client);
	}

	/** Bytes that it may still grow. */
	spaceAt(now: number): number {
		const space = this.#largest - this.#bytes;
		const tight = space < this.#largest / 16;
		return tight && this.#isDoubtful(now) ? this.#measure(now) : space;
	}

	/** What was written over counts until it is measured; others must not be refused for that. */
	#isDoubtful(now: number): boolean {
		const added = this.#bytes - this.#measured;
		return added > this.#measured || now - this.#measuredAt >= measureEvery;
	}

	#measure(now: number): number {
		this.#measuredAt = now;
		this.#bytes = this.#encode().length;
		this.#measured = this.#bytes;
		return this.#largest - this.#bytes;
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVector(this.#document);
	}

	/** What somebody with this state vector does not have. */
	missingFor(stateVector: Uint8Array): Uint8Array {
		if (stateVector.length === 1 && stateVector[0] === 0) return this.#encode();
		return Y.encodeStateAsUpdate(this.#document, stateVector);
	}

	/** The whole document and the last update in it, for the store to compact to. */
	whole(): { readonly state: Uint8Array; readonly sequence: number } {
		return { state: this.#encode(), sequence: this.#sequence };
	}

	/** The log was compacted to what `whole` gave. */
	compacted({ state, sequence }: { readonly state: Uint8Array; readonly sequence: number }): void {
		this.#compacted = sequence;
		if (sequence !== this.#sequence) return;
		this.#bytes = state.length;
		this.#looseBytes = 0;
	}

	/** Applies what has become durable, and gives the frame that shows it to others. */
	apply(batch: Batch, sequence: number): Buffer | undefined {
		const updates = batch.entries.map(({ update }) => update);
		this.#sequence = sequence;
		this.#bytes += batch.bytes;
		this.#looseBytes += batch.bytes;
		this.#everything = undefined;
		for (const [client, owner] of batch.owners) this.#owners.set(client, owner);
		if (!this.#draftIsAhead) updates.forEach((update) => this.#draft?.follow(update));
		this.#draftIsAhead = false;
		const shown = batch.isPlain ? this.#applyOne(updates) : this.#applyMerged(updates);
		this.known.clear();
		return shown && updateFrame(shown);
	}

	/**
	 * Turns a change of the server into an update, on top of what is in the batch already.
	 *
	 * @throws whatever the work throws; the document is as it was
	 */
	write(
		work: (document: Y.Doc) => void,
		before: readonly LogEntry[]
	): { readonly update: Uint8Array; readonly client?: number } | undefined {
		this.#draft ??= new Draft(this.#document, (client) => this.#owners.has(client));
		this.#draftRests = 0;
		try {
			for (const { update } of before) this.#draft.follow(update);
			const update = this.#draft.write(work);
			this.#draftIsAhead = true;
			if (!update) return undefined;
			const { client } = this.#draft;
			return this.#owners.has(client) ? { update } : { update, client };
		} catch (error) {
			this.#dropDraft();
			throw error;
		}
	}

	read<Result>(look: (document: Y.Doc) => Result): Result {
		return look(this.#document);
	}

	/** Lets go of what is only kept for speed; called once a round. */
	rest(): void {
		this.#everything = undefined;
		this.#draftRests += 1;
		if (this.#draftRests > 2 && !this.#draftIsAhead) this.#dropDraft();
	}

	destroy(): void {
		this.#dropDraft();
		this.#document.destroy();
	}

	#applyOne([update]: readonly Uint8Array[]): Uint8Array | undefined {
		if (update) Y.applyUpdate(this.#document, update);
		return update;
	}

	#applyMerged(updates: readonly Uint8Array[]): Uint8Array | undefined {
		let merged: Uint8Array | undefined;
		const listen = (update: Uint8Array) => {
			merged = update;
		};
		this.#document.on('update', listen);
		try {
			this.#document.transact(() => {
				for (const update of updates) Y.applyUpdate(this.#document, update);
			});
		} finally {
			this.#document.off('update', listen);
		}
		return merged;
	}

	#encode(): Uint8Array {
		this.#everything ??= Y.encodeStateAsUpdate(this.#document);
		return this.#everything;
	}

	#dropDraft(): void {
		this.#draft?.destroy();
		this.#draft = undefined;
		this.#draftIsAhead = false;
	}
}

function lengthOf(updates: readonly Uint8Array[]): number {
	return updates.reduce((sum, update) => sum + update.length, 0);
}
