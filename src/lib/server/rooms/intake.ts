import type { Log } from '../log.ts';
import type { RoomKey } from '../store/rooms.ts';
import { Batch, type Change } from './batch.ts';
import { Bucket } from './bucket.ts';
import type { Edit } from './connection.ts';
import type { Counters } from './figures.ts';
import { judge, type Verdict } from './gate/gate.ts';
import type { Refusal } from './gate/refusal.ts';
import type { Limits } from './limits.ts';
import type { RoomDocument } from './room-document.ts';

/** What an intake works with. */
export type IntakeParts = {
	readonly key: RoomKey;
	readonly epoch: number | undefined;
	readonly document: RoomDocument;
	readonly limits: Limits;
	readonly counters: Counters;
	readonly log: Pick<Log, 'warn'>;
	readonly now: number;
};

/** Edits and changes of one room in the order in which they came, up to the gate. */
export class Intake {
	readonly #parts: IntakeParts;
	readonly #rate: Bucket;
	readonly #queue: (Edit | Change)[] = [];
	#queuedBytes = 0;

	constructor(parts: IntakeParts) {
		this.#parts = parts;
		const { editsPerSecond, editBurst } = parts.limits;
		this.#rate = new Bucket({ perSecond: editsPerSecond, burst: editBurst }, parts.now);
	}

	get isEmpty(): boolean {
		return this.#queue.length === 0;
	}

	/** Queues an edit; false when the room has too many waiting. */
	push(edit: Edit): boolean {
		const { longestQueue, largestQueue } = this.#parts.limits;
		const fits =
			this.#queue.length < longestQueue && this.#queuedBytes + edit.bytes.length <= largestQueue;
		if (!fits) return false;
		this.#queue.push(edit);
		this.#queuedBytes += edit.bytes.length;
		return true;
	}

	pushChange(change: Change): void {
		this.#queue.push(change);
	}

	/** Judges what waits, as far as the room's rate allows, and gives what is to be made durable. */
	take(now: number): Batch {
		const batch = new Batch(this.#parts.key, this.#parts.epoch);
		const space = this.#parts.document.spaceAt(now);
		while (this.#queue.length > 0 && this.#rate.take(now)) {
			const next = this.#queue.shift() as Edit | Change;
			if ('work' in next) {
				this.#write(next, batch);
				// What follows may build on it, so it waits until this is in the document.
				break;
			}
			this.#queuedBytes -= next.bytes.length;
			this.#judge(next, { batch, space });
		}
		return batch;
	}

	/** Fails the changes that wait; the edits are still in the browsers that sent them. */
	drop(error: Error): void {
		for (const waiting of this.#queue.splice(0)) {
			if ('work' in waiting) waiting.failed(error);
		}
		this.#queuedBytes = 0;
	}

	#judge(edit: Edit, into: { batch: Batch; space: number }): void {
		const { connection, kind } = edit;
		if (connection.closed) return;
		if (kind === 'update' && !connection.complete && connection.held.length > 0) {
			this.#hold(edit);
			return;
		}
		const complete = connection.complete || kind === 'step-2';
		this.#follow(edit, this.#verdict(edit, { ...into, complete }), into.batch);
		if (kind !== 'step-2' || connection.closed) return;
		connection.complete = true;
		for (const held of connection.held.splice(0)) this.#judge(held, into);
	}

	#verdict(
		{ connection, update }: Edit,
		{ batch, space, complete }: { batch: Batch; space: number; complete: boolean }
	): Verdict {
		const { document } = this.#parts;
		const { member, mayWrite } = connection;
		const ownerOf = (client: number) =>
			batch.owners.has(client) ? batch.owners.get(client) : document.ownerOf(client);
		return judge(
			update,
			{ memberId: member.id, mayWrite, complete },
			{ known: document.known, ownerOf, room: space - batch.bytes }
		);
	}

	#follow(edit: Edit, verdict: Verdict, batch: Batch): void {
		switch (verdict.verdict) {
			case 'accept':
				batch.add(edit, verdict.newClients);
				break;
			case 'nothing':
				batch.settle(edit);
				break;
			case 'hold':
				this.#hold(edit);
				break;
			case 'refuse':
				this.#refuse(edit, verdict);
		}
	}

	#hold(edit: Edit): void {
		const { held } = edit.connection;
		const { mostHeld, largestHeld } = this.#parts.limits;
		const bytes = held.reduce((sum, other) => sum + other.bytes.length, edit.bytes.length);
		if (held.length >= mostHeld || bytes > largestHeld) {
			this.#refuse(edit, { code: 4400, rule: 'held' });
		} else held.push(edit);
	}

	#refuse({ connection }: Edit, { code, rule }: Refusal): void {
		const { counters, log, key } = this.#parts;
		counters.refused(rule);
		log.warn({ rule, room: key }, 'A frame was refused.');
		connection.close(code, rule);
	}

	#write(change: Change, batch: Batch): void {
		try {
			const written = this.#parts.document.write(change.work, batch.entries);
			if (written) batch.addOwn(written, change.memberId);
			batch.changes.push(change);
		} catch (error) {
			change.failed(error);
		}
	}
}
