import { setTimeout as pause } from 'node:timers/promises';
import { applyUpdate, encodeStateAsUpdate, Doc } from 'yjs';
import { addMeasure, measuresIn } from '../../server/rooms/support/measures.ts';
import { RawClient } from '../../server/rooms/support/raw-client.ts';
import type { Draw } from '../../server/rooms/support/seeded.ts';
import type { ClusterNode } from './nodes.ts';

type WriterParts = {
	readonly name: string;
	readonly workshopId: string;
	readonly headers: { readonly Cookie: string; readonly Origin: string };
	/** The nodes behind a proxy that sends a visitor to any of them. */
	readonly nodes: readonly ClusterNode[];
	readonly draw: Draw;
	/** Longest pause between edits, in milliseconds. */
	readonly pace: number;
};

/** Milliseconds after which a connection on which nothing comes is given up. */
const patience = 3_000;

/**
 * Somebody who writes measure after measure, also without a connection, and comes back whenever it
 * breaks, by any node, with everything that the server misses; as a browser does.
 */
export class Writer {
	/** What they have, written here or seen. */
	readonly doc = new Doc();
	readonly written: string[] = [];
	/** Ids that were acknowledged, each with the moment at which it was. */
	readonly acknowledged = new Map<string, number>();
	readonly closeCodes: number[] = [];
	readonly #parts: WriterParts;
	#client: RawClient | undefined;
	#writing = true;
	#here = true;
	#running: Promise<void> | undefined;

	constructor(parts: WriterParts) {
		this.#parts = parts;
	}

	start(): this {
		this.#running = this.#run();
		return this;
	}

	/** Writes no more, but stays until all of it is acknowledged. */
	stopWriting(): void {
		this.#writing = false;
	}

	get isSaved(): boolean {
		return this.written.every((id) => this.acknowledged.has(id));
	}

	/** What others wrote and this one has seen. */
	get seen(): string[] {
		const own = new Set(this.written);
		return measuresIn(this.doc).filter((id) => !own.has(id));
	}

	/** Where they stand, for whoever wants to know why nothing of theirs is saved. */
	toString(): string {
		const { name } = this.#parts;
		const codes = this.closeCodes.slice(-8).join(' ');
		return `${name}: ${this.acknowledged.size} of ${this.written.length} saved, closed with ${codes}`;
	}

	async leave(): Promise<void> {
		this.#here = false;
		this.#client?.socket.terminate();
		await this.#running;
	}

	async #run(): Promise<void> {
		while (this.#here) {
			await this.#stay();
			if (this.#writing) this.#write();
			await pause(50 + this.#parts.draw.below(250));
		}
	}

	async #stay(): Promise<void> {
		const { nodes, draw, workshopId, headers } = this.#parts;
		const syncAddress = `${draw.pick(nodes).address.replace('http', 'ws')}/sync/${workshopId}`;
		const client = new RawClient({ syncAddress }, { headers });
		this.#client = client;
		/** Ids that each frame of this connection carries, in order. */
		const frames: string[][] = [];
		let read = 0;
		let settled = 0;
		let heardAt = performance.now();
		client.socket.on('message', () => {
			heardAt = performance.now();
			for (; read < client.updates.length; read += 1) applyUpdate(this.doc, client.updates[read]!);
			for (; settled < (client.acks.at(-1) ?? 0); settled += 1) this.#settle(frames[settled] ?? []);
		});
		while (this.#here && client.closeCode === undefined) {
			await pause(draw.below(this.#parts.pace));
			if (client.stepOnes === 0) {
				if (performance.now() - heardAt > patience) break;
				continue;
			}
			if (frames.length === 0) {
				client.sendStepOne();
				client.sendStepTwo(encodeStateAsUpdate(this.doc, client.serverHas));
				frames.push([...this.written]);
			} else if (this.#writing) {
				const { id, update } = this.#write();
				frames.push([id]);
				client.sendUpdate(update);
			}
			// A paused node says nothing more; a browser gives up as well, after 30 seconds.
			if (!this.isSaved && performance.now() - heardAt > patience) break;
		}
		if (client.closeCode !== undefined) this.closeCodes.push(client.closeCode);
		client.socket.terminate();
	}

	/** Writes one more measure, which whoever calls this may send. */
	#write(): { readonly id: string; readonly update: Uint8Array } {
		const id = `${this.#parts.name}-${this.written.length}`;
		this.written.push(id);
		let update: Uint8Array = Uint8Array.of(0, 0);
		const listen = (written: Uint8Array) => (update = written);
		this.doc.on('update', listen);
		this.doc.transact(() => addMeasure(this.doc, id));
		this.doc.off('update', listen);
		return { id, update };
	}

	#settle(ids: readonly string[]): void {
		const at = performance.now();
		for (const id of ids) if (!this.acknowledged.has(id)) this.acknowledged.set(id, at);
	}
}
