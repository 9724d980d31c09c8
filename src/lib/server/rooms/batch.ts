import type { Doc } from 'yjs';
import type { LogEntry, RoomKey } from '../store/rooms.ts';
import type { Connection, Edit } from './connection.ts';

/** A change that the server makes, waiting for its turn. */
export type Change = {
	readonly memberId: string | null;
	readonly work: (document: Doc) => void;
	readonly done: () => void;
	readonly failed: (error: unknown) => void;
};

/** What one connection hears when a batch is durable. */
type Settled = { edits: number; readonly arrivedAt: number };

/** What a room lets in at one go: made durable together, then shown together. */
export class Batch {
	readonly room: RoomKey;
	readonly entries: LogEntry[] = [];
	readonly settled = new Map<Connection, Settled>();
	readonly changes: Change[] = [];
	/** Client ids that are taken in this batch. */
	readonly owners = new Map<number, string | null>();
	/** Who wrote the entries; null is the server. */
	readonly writers = new Set<Connection | null>();
	/** Bytes that this batch adds. */
	bytes = 0;
	readonly #epoch: number | undefined;
	/** True when the only entry is a plain update, which can be passed on as it came. */
	isPlain = true;

	/** @param epoch the lease under which the room was loaded, where there are leases */
	constructor(room: RoomKey, epoch: number | undefined) {
		this.room = room;
		this.#epoch = epoch;
	}

	/** Counts an edit as one whose content is there once this batch is. */
	settle({ connection, arrivedAt }: Edit): void {
		const settled = this.settled.get(connection);
		if (settled) settled.edits += 1;
		else this.settled.set(connection, { edits: 1, arrivedAt });
	}

	/** Takes an edit in. */
	add(edit: Edit, newClients: readonly number[]): void {
		const { id: memberId } = edit.connection.member;
		this.#write({ memberId, update: edit.bytes, newClients });
		this.bytes += edit.bytes.length;
		for (const client of newClients) this.owners.set(client, memberId);
		this.writers.add(edit.connection);
		if (edit.kind !== 'update' || this.entries.length > 1) this.isPlain = false;
		this.settle(edit);
	}

	/** Takes in what the server wrote, with its client id when that is new in the room. */
	addOwn(
		{ update, client }: { readonly update: Uint8Array; readonly client?: number },
		memberId: string | null
	): void {
		if (client !== undefined) {
			// An entry of its own: the client id belongs to the server, whoever asked for the change.
			this.#write({ memberId: null, update: emptyUpdate, newClients: [client] });
			this.owners.set(client, null);
		}
		this.#write({ memberId, update, newClients: [] });
		this.bytes += update.length;
		this.writers.add(null);
		this.isPlain = this.entries.length === 1;
	}

	#write(entry: Omit<LogEntry, 'room' | 'epoch'>): void {
		this.entries.push({ ...entry, room: this.room, epoch: this.#epoch });
	}
}

const emptyUpdate = Uint8Array.of(0, 0);
