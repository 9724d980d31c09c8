import type { Doc } from 'yjs';
import { boardRoots, expectedAt } from '#lib/document/roots.ts';
import type { Log } from '../log.ts';
import type { LoadedRoom, RoomKey } from '../store/rooms.ts';
import { Audience } from './audience.ts';
import { Awareness } from './awareness.ts';
import type { Batch } from './batch.ts';
import type { Connection, Edit } from './connection.ts';
import type { Counters } from './figures.ts';
import { stepTwoBudget, updateBudget } from './gate/budget.ts';
import { Refused } from './gate/refusal.ts';
import { readUpdate } from './gate/update.ts';
import { Intake } from './intake.ts';
import type { Limits } from './limits.ts';
import {
	isStateVector,
	stepOneFrame,
	stepTwoFrame,
	updateFrame,
	type Message
} from './protocol.ts';
import { RoomDocument } from './room-document.ts';

/** What members may write where; what the server writes is not looked at. */
const board = { shape: expectedAt, roots: boardRoots };
const serverOnly = { shape: () => undefined, roots: [] };

/** What a room needs from the hub that it is in. */
export type RoomParts = {
	readonly key: RoomKey;
	/** The lease under which it was loaded, where there are leases. */
	readonly epoch: number | undefined;
	readonly limits: Limits;
	readonly counters: Counters;
	readonly log: Pick<Log, 'warn'>;
	readonly now: () => number;
	/** Asks for `take` and then `commit` soon. */
	readonly schedule: (room: Room) => void;
	/** Called when what is durable of the room has changed. */
	readonly changed: (room: Room) => void;
	/** Asks for `tellAwareness` soon. */
	readonly scheduleAwareness: (room: Room) => void;
};

/** One loaded document with the people in it. */
export class Room {
	readonly key: RoomKey;
	readonly audience: Audience;
	readonly document: RoomDocument;
	readonly awareness: Awareness;
	/** When the first change came that no kept version has; undefined when there is none. */
	unversionedSince: number | undefined;
	/** Rounds since anybody needed it. */
	idle = 0;
	/** Batches that are being made durable, and others who want the room to stay. */
	uses = 0;
	readonly #parts: RoomParts;
	readonly #intake: Intake;

	constructor(loaded: LoadedRoom, parts: RoomParts) {
		const { key, epoch, limits, counters, log } = parts;
		this.key = key;
		this.#parts = parts;
		this.document = documentOf(key, loaded, limits);
		this.audience = new Audience(limits);
		this.awareness = new Awareness((client) => this.document.ownerOf(client));
		this.#intake = new Intake({
			...{ key, epoch, limits, counters, log },
			document: this.document,
			now: parts.now()
		});
	}

	get isIdle(): boolean {
		return this.audience.size === 0 && this.isSettled;
	}

	/** True when nothing of it is on its way to the store. */
	get isSettled(): boolean {
		return this.uses === 0 && this.#intake.isEmpty;
	}

	/** Lets a connection in: asks what it has that the room misses, and tells who is here. */
	join(connection: Connection): void {
		this.audience.add(connection);
		const everybody = this.awareness.everybody();
		const question = stepOneFrame(this.document.stateVector());
		if (everybody) connection.send(question, everybody);
		else connection.send(question);
	}

	leave(connection: Connection): void {
		if (!this.audience.remove(connection)) return;
		this.awareness.leave(connection);
		if (this.awareness.hasChanges) this.#parts.scheduleAwareness(this);
	}

	/**
	 * Takes a message of somebody who is in the room.
	 *
	 * @throws {Refused} when the connection has to be closed for it
	 */
	receive(connection: Connection, message: Message): void {
		switch (message.kind) {
			case 'step-1':
				this.#answer(connection, message.stateVector);
				break;
			case 'step-2':
			case 'update':
				this.#queue(connection, message);
				break;
			case 'awareness':
				this.#hearState(connection, message.states);
				break;
			case 'query-awareness': {
				const everybody = this.awareness.everybody();
				if (everybody) connection.send(everybody);
			}
		}
	}

	/** Makes a change of the server's own; resolves when it is durable and shown. */
	change(memberId: string | null, work: (document: Doc) => void): Promise<void> {
		return new Promise((done, failed) => {
			this.#intake.pushChange({ memberId, work, done, failed });
			this.#parts.schedule(this);
		});
	}

	/** Judges what waits and gives what is to be made durable. */
	take(): Batch {
		const batch = this.#intake.take(this.#parts.now());
		if (!this.#intake.isEmpty) this.#parts.schedule(this);
		return batch;
	}

	/** Shows what has become durable and tells its writers. */
	commit(batch: Batch, sequence: number | undefined): void {
		const { counters, now } = this.#parts;
		let frame: Buffer | undefined;
		if (sequence !== undefined) {
			this.audience.skipSlow(() => this.document.stateVector());
			const began = now();
			frame = this.document.apply(batch, sequence);
			this.unversionedSince ??= began;
			this.#charge(batch, now() - began);
		}
		this.audience.show(frame, batch);
		const at = now();
		for (const { arrivedAt } of batch.settled.values()) counters.acknowledged(at - arrivedAt);
		for (const change of batch.changes) change.done();
		if (sequence !== undefined) this.#parts.changed(this);
	}

	/** Its edits are in, but who makes them cost too much has to slow down; those are told last. */
	#charge({ writers }: Batch, took: number): void {
		const at = this.#parts.now();
		for (const writer of writers) {
			if (!writer || writer.applying.spend(took / writers.size, at)) continue;
			this.#parts.counters.refused('apply-time');
			this.#parts.log.warn({ rule: 'apply-time', room: this.key }, 'Edits take too long.');
			writer.close(4429, 'apply-time');
		}
	}

	/** Brings a slow reader that has caught up with its socket up to date in one go. */
	catchUp(connection: Connection): void {
		if (!connection.behind || connection.closed) return;
		if (connection.waiting > this.#parts.limits.slowReader / 16) return;
		const missing = this.document.missingFor(connection.behind);
		connection.behind = undefined;
		this.#parts.counters.caughtUp += 1;
		const everybody = this.awareness.everybody();
		connection.send(updateFrame(missing), ...(everybody ? [everybody] : []));
	}

	tellAwareness(): void {
		const changes = this.awareness.changes();
		if (changes) this.audience.tell(changes);
	}

	/** Looks after its connections and lets go of what is only kept for speed. */
	sweep(): void {
		this.audience.sweep();
		for (const connection of this.audience) this.catchUp(connection);
		this.document.rest();
		this.idle = this.isIdle ? this.idle + 1 : 0;
	}

	/** Forgets what is not durable; those who are here have to come back for it. */
	abandon(error: Error): void {
		this.#intake.drop(error);
		for (const connection of this.audience) connection.close(4500, 'later');
		this.document.destroy();
	}

	#answer(connection: Connection, stateVector: Uint8Array): void {
		if (!connection.stepOnes.take(this.#parts.now())) throw new Refused('step-ones', 4429);
		if (!isStateVector(stateVector)) throw new Refused('state-vector');
		connection.subscribed = true;
		connection.behind = undefined;
		connection.send(stepTwoFrame(this.document.missingFor(stateVector)));
	}

	#queue(connection: Connection, message: Extract<Message, { update: Uint8Array }>): void {
		const { kind, update: bytes } = message;
		const update = readUpdate(bytes, kind === 'step-2' ? stepTwoBudget : updateBudget);
		const edit: Edit = { connection, kind, bytes, update, arrivedAt: this.#parts.now() };
		// Whose frame is one too many says nothing about who sends too much: they may come back.
		if (!this.#intake.push(edit)) throw new Refused('room', 4500);
		this.#parts.schedule(this);
	}

	#hearState(connection: Connection, states: Uint8Array): void {
		if (!connection.mayWrite) return;
		if (!connection.awareness.take(this.#parts.now())) {
			this.#parts.counters.awarenessDropped += 1;
			return;
		}
		const answer = this.awareness.receive(connection, states);
		if (answer) connection.send(answer);
		if (this.awareness.hasChanges) this.#parts.scheduleAwareness(this);
	}
}

/** Makes the document of a room from what is stored of it. */
export function documentOf(key: RoomKey, loaded: LoadedRoom, limits: Limits): RoomDocument {
	const written = key.endsWith('/board') ? board : serverOnly;
	return new RoomDocument(loaded, { ...written, largest: limits.largestDocument });
}
