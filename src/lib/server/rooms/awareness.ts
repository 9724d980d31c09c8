import { maximumPresenceBytes, readPresence } from '#lib/document/presence.ts';
import { Bytes } from './gate/bytes.ts';
import { highestClient } from './gate/budget.ts';
import type { Connection } from './connection.ts';
import { awarenessFrame, uintLength, writeUint } from './protocol.ts';

type State = {
	readonly connection: Connection;
	readonly clock: number;
	/** What others see, as JSON, with the name, role and colour that the server knows. */
	readonly json: string;
};

/** What is remembered of somebody who left: an old state of theirs must not come back. */
type Left = { readonly clock: number; readonly memberId: string };

type Entry = { readonly id: number; readonly clock: number; readonly json: string };

const removed = 'null';
const mostLeft = 1_000;

/** A frame that says nothing, for clients that hang up after 30 seconds of silence. */
export const keepAliveFrame = awarenessFrame(Uint8Array.of(0));

/**
 * Who is in a room and what they look at: relayed, never stored.
 *
 * A connection has one state under one id; what it sends under other ids is not listened to, because
 * a stock client sends back every state it hears. Only the last state of a batch goes out.
 */
export class Awareness {
	readonly #states = new Map<number, State>();
	readonly #left = new Map<number, Left>();
	readonly #changed = new Set<number>();
	readonly #ownerOf: (client: number) => string | null | undefined;

	/** @param ownerOf to whom a client id belongs: undefined is nobody, null the server */
	constructor(ownerOf: (client: number) => string | null | undefined) {
		this.#ownerOf = ownerOf;
	}

	/**
	 * Takes the state of this connection out of a message and leaves the rest.
	 *
	 * @returns a frame to send back to this connection, when its state is older than what others saw
	 * under that id: the client then renews it
	 * @throws {Refused} when the message is malformed
	 */
	receive(connection: Connection, states: Uint8Array): Buffer | undefined {
		let answer: Buffer | undefined;
		const bytes = new Bytes(states);
		for (let left = bytes.count(3); left > 0; left -= 1) {
			const entry = { id: bytes.uint(highestClient), clock: bytes.uint() };
			const json = bytes.take(bytes.uint());
			if (!this.#belongsTo(connection, entry.id)) continue;
			if (json.length > maximumPresenceBytes) continue;
			answer = this.#take(connection, { ...entry, json: Buffer.from(json).toString('utf8') });
		}
		return answer;
	}

	/** Shows others that a connection is gone. */
	leave(connection: Connection): void {
		const id = connection.presence;
		const state = id === undefined ? undefined : this.#states.get(id);
		if (id === undefined || state?.connection !== connection) return;
		this.#remove(id, state);
	}

	/** The changes since the last time, or undefined when there are none. */
	changes(): Buffer | undefined {
		if (this.#changed.size === 0) return undefined;
		const entries = [...this.#changed].map((id) => this.#entry(id));
		this.#changed.clear();
		return awarenessFrame(encode(entries));
	}

	/** Everybody who is here, or undefined when nobody is. */
	everybody(): Buffer | undefined {
		if (this.#states.size === 0) return undefined;
		return awarenessFrame(encode([...this.#states.keys()].map((id) => this.#entry(id))));
	}

	/** True when there is something to tell. */
	get hasChanges(): boolean {
		return this.#changed.size > 0;
	}

	#belongsTo(connection: Connection, id: number): boolean {
		if (connection.presence !== undefined) return connection.presence === id;
		const { id: memberId } = connection.member;
		const owners = [
			this.#ownerOf(id),
			this.#states.get(id)?.connection.member.id,
			this.#left.get(id)?.memberId
		];
		return owners.every((owner) => owner === undefined || owner === memberId);
	}

	#take(connection: Connection, { id, clock, json }: Entry): Buffer | undefined {
		const current = this.#states.get(id);
		if (json === removed) {
			const own = current?.connection === connection && clock >= current.clock;
			if (own) this.#remove(id, { ...current, clock });
			return undefined;
		}
		const stamped = stamp(json, connection);
		if (stamped === undefined) return undefined;
		const first = connection.presence === undefined;
		connection.presence = id;
		const seen = current?.clock ?? this.#left.get(id)?.clock ?? -1;
		if (clock <= seen) {
			if (!first) return undefined;
			if (current) this.#states.set(id, { ...current, connection });
			return awarenessFrame(encode([{ id, clock: seen, json: removed }]));
		}
		this.#left.delete(id);
		this.#states.set(id, { connection, clock, json: stamped });
		this.#changed.add(id);
		return undefined;
	}

	#remove(id: number, { clock, connection }: State): void {
		this.#states.delete(id);
		this.#left.set(id, { clock, memberId: connection.member.id });
		this.#changed.add(id);
		if (this.#left.size <= mostLeft) return;
		const [oldest] = this.#left.keys();
		if (oldest !== undefined) this.#left.delete(oldest);
	}

	#entry(id: number): Entry {
		const state = this.#states.get(id);
		if (state) return { id, clock: state.clock, json: state.json };
		return { id, clock: this.#left.get(id)?.clock ?? 0, json: removed };
	}
}

/** Keeps what a client may say of itself and adds who it is; undefined when it is no state. */
function stamp(json: string, { member }: Connection): string | undefined {
	const state = parse(json);
	if (typeof state !== 'object' || state === null || Array.isArray(state)) return undefined;
	const { cursor = null, editing = null } = state as { cursor?: unknown; editing?: unknown };
	const { name, role, colour } = member;
	const user = { name, role, colour };
	// A stock client of another program has cursors of its own; it is here all the same.
	const presence =
		readPresence({ cursor, editing, user }) ??
		readPresence({ cursor: null, editing, user }) ??
		readPresence({ cursor: null, editing: null, user });
	return presence && JSON.stringify(presence);
}

function parse(json: string): unknown {
	try {
		return JSON.parse(json);
	} catch {
		return undefined;
	}
}

function encode(entries: readonly Entry[]): Uint8Array {
	const texts = entries.map(({ json }) => Buffer.from(json, 'utf8'));
	const length = entries.reduce(
		(sum, { id, clock }, index) =>
			sum + uintLength(id) + uintLength(clock) + textLength(texts[index] as Buffer),
		uintLength(entries.length)
	);
	const encoded = new Uint8Array(length);
	let position = writeUint(encoded, 0, entries.length);
	entries.forEach(({ id, clock }, index) => {
		const text = texts[index] as Buffer;
		position = writeUint(encoded, position, id);
		position = writeUint(encoded, position, clock);
		position = writeUint(encoded, position, text.length);
		encoded.set(text, position);
		position += text.length;
	});
	return encoded;
}

function textLength(text: Buffer): number {
	return uintLength(text.length) + text.length;
}
