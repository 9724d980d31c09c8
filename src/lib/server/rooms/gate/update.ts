import { isKey } from '#lib/document/key.ts';
import { highestClient, highestClock, longestString, type Budget, updateBudget } from './budget.ts';
import { Bytes } from './bytes.ts';
import { Refused } from './refusal.ts';
import { readPlain, type Allowance, type Plain } from './values.ts';

export type Id = { readonly client: number; readonly clock: number };

/** What a struct holds, as far as our documents know such a thing. */
export type Content =
	| { readonly kind: 'collected' }
	| { readonly kind: 'deleted' }
	| { readonly kind: 'map' }
	| { readonly kind: 'text' }
	| { readonly kind: 'string' }
	| { readonly kind: 'values'; readonly values: readonly Plain[] };

/** One struct of an update: where it wants to be and what it holds. */
export type Struct = {
	readonly client: number;
	readonly clock: number;
	/** Clock ticks that it takes. */
	readonly length: number;
	readonly content: Content;
	readonly origin: Id | undefined;
	readonly rightOrigin: Id | undefined;
	/** Name of a root, or the item that holds the parent; only when there is no origin. */
	readonly parent: string | Id | undefined;
	readonly key: string | undefined;
};

/** Clock ticks [clock, end) of a client, which somebody deleted. */
export type Deletion = { readonly client: number; readonly clock: number; readonly end: number };

/** An update in format V1, read and counted but not yet compared with any document. */
export type Update = {
	readonly size: number;
	/** Structs by client, each list in the order of its clock, without gaps. */
	readonly structs: ReadonlyMap<number, readonly Struct[]>;
	/** By client, ascending and without overlap. */
	readonly deletions: ReadonlyMap<number, readonly Deletion[]>;
};

const hasOrigin = 0x80;
const hasRightOrigin = 0x40;
const hasKey = 0x20;
const contentBits = 0x1f;

/**
 * Reads an update in format V1 within a budget of counts.
 *
 * Kinds of content that no document of ours has (arrays, XML, formatting, embeds, bytes,
 * subdocuments, gaps) are refused, as is everything else that a Yjs client would not write.
 *
 * @throws {Refused}
 */
export function readUpdate(encoded: Uint8Array, budget: Budget = updateBudget): Update {
	if (encoded.length > budget.bytes) throw new Refused('size', 4413);
	const bytes = new Bytes(encoded);
	const structs = readStructs(bytes, budget);
	const deletions = readDeletions(bytes, budget);
	if (bytes.left > 0) throw new Refused('trailing');
	return { size: encoded.length, structs, deletions };
}

function readStructs(bytes: Bytes, budget: Budget): Map<number, Struct[]> {
	const byClient = new Map<number, Struct[]>();
	const allowance = { values: budget.values };
	let left = budget.structs;
	for (let clients = bytes.count(5); clients > 0; clients -= 1) {
		const count = bytes.count(2);
		left -= count;
		if (left < 0) throw new Refused('structs');
		const client = bytes.uint(highestClient);
		if (count === 0 || byClient.has(client)) throw new Refused('clients');
		byClient.set(client, readStructsOf(bytes, { client, count, allowance }));
	}
	return byClient;
}

function readStructsOf(
	bytes: Bytes,
	{ client, count, allowance }: { client: number; count: number; allowance: Allowance }
): Struct[] {
	const structs: Struct[] = [];
	let clock = bytes.uint(highestClock);
	for (let index = 0; index < count; index += 1) {
		const struct = readStruct(bytes, { client, clock }, allowance);
		clock += struct.length;
		if (clock > highestClock) throw new Refused('clock');
		structs.push(struct);
	}
	return structs;
}

function readStruct(bytes: Bytes, { client, clock }: Id, allowance: Allowance): Struct {
	const flags = bytes.byte();
	if (flags === 0) {
		return { ...nowhere, client, clock, length: readLength(bytes), content: { kind: 'collected' } };
	}
	const origin = flags & hasOrigin ? readId(bytes) : undefined;
	const rightOrigin = flags & hasRightOrigin ? readId(bytes) : undefined;
	const placed = !origin && !rightOrigin;
	const parent = placed ? readParent(bytes) : undefined;
	const key = placed && flags & hasKey ? readKey(bytes) : undefined;
	const { content, length } = readContent(bytes, flags & contentBits, allowance);
	return { client, clock, length, content, origin, rightOrigin, parent, key };
}

const nowhere = { origin: undefined, rightOrigin: undefined, parent: undefined, key: undefined };

function readId(bytes: Bytes): Id {
	return { client: bytes.uint(highestClient), clock: bytes.uint(highestClock) };
}

function readParent(bytes: Bytes): string | Id {
	const named = bytes.uint(1) === 1;
	return named ? readKey(bytes) : readId(bytes);
}

function readKey(bytes: Bytes): string {
	const key = bytes.text(longestString);
	if (!isKey(key)) throw new Refused('key');
	return key;
}

function readLength(bytes: Bytes): number {
	const length = bytes.uint(highestClock);
	if (length === 0) throw new Refused('length');
	return length;
}

function readContent(
	bytes: Bytes,
	kind: number,
	allowance: Allowance
): { content: Content; length: number } {
	switch (kind) {
		case 1:
			return { content: { kind: 'deleted' }, length: readLength(bytes) };
		case 4: {
			const { length } = bytes.text(longestString);
			if (length === 0) throw new Refused('length');
			return { content: { kind: 'string' }, length };
		}
		case 7:
			return { content: { kind: readTypeKind(bytes) }, length: 1 };
		case 8: {
			const values = readValues(bytes, allowance);
			return { content: { kind: 'values', values }, length: values.length };
		}
		default:
			throw new Refused('content');
	}
}

function readTypeKind(bytes: Bytes): 'map' | 'text' {
	const kind = bytes.uint();
	if (kind === 1) return 'map';
	if (kind === 2) return 'text';
	throw new Refused('content');
}

function readValues(bytes: Bytes, allowance: Allowance): Plain[] {
	const values: Plain[] = [];
	for (let left = bytes.count(1); left > 0; left -= 1) values.push(readPlain(bytes, allowance));
	if (values.length === 0) throw new Refused('length');
	return values;
}

function readDeletions(bytes: Bytes, budget: Budget): Map<number, Deletion[]> {
	const byClient = new Map<number, Deletion[]>();
	let left = budget.structs;
	for (let clients = bytes.count(2); clients > 0; clients -= 1) {
		const client = bytes.uint(highestClient);
		const count = bytes.count(2);
		left -= count;
		if (left < 0) throw new Refused('deletions');
		if (count === 0 || byClient.has(client)) throw new Refused('clients');
		byClient.set(client, readDeletionsOf(bytes, { client, count }));
	}
	return byClient;
}

function readDeletionsOf(
	bytes: Bytes,
	{ client, count }: { client: number; count: number }
): Deletion[] {
	const deletions: Deletion[] = [];
	let free = 0;
	for (let index = 0; index < count; index += 1) {
		const clock = bytes.uint(highestClock);
		const end = clock + readLength(bytes);
		// Overlapping ranges could make one frame walk the same structs thousands of times.
		if (clock < free || end > highestClock) throw new Refused('deletions');
		deletions.push({ client, clock, end });
		free = end;
	}
	return deletions;
}
