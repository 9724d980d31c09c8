import * as encoding from 'lib0/encoding';

type Id = readonly [client: number, clock: number];
type Write = (encoder: encoding.Encoder) => void;

/** One struct as a client would, or would never, write it. */
export type Handmade = {
	readonly origin?: Id;
	readonly rightOrigin?: Id;
	/** Root name or id of the item that holds the parent. */
	readonly parent?: string | Id;
	readonly key?: string;
	/** Kind of content and the bytes after it. */
	readonly content: readonly [kind: number, write: Write];
};

type Section = {
	readonly client: number;
	readonly clock?: number;
	readonly structs: readonly Handmade[];
	/** Number of structs that is claimed, when it is a lie. */
	readonly claimed?: number;
};

type Deletions = Readonly<Record<number, readonly (readonly [clock: number, length: number])[]>>;

/** Writes an update in format V1 by hand. */
export function handmade(sections: readonly Section[], deletions: Deletions = {}): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, sections.length);
		for (const section of sections) writeSection(encoder, section);
		writeDeletions(encoder, deletions);
	});
}

/** One struct of a client at clock 0. */
export function single(struct: Handmade, client = 7): Uint8Array {
	return handmade([{ client, structs: [struct] }]);
}

function writeSection(encoder: encoding.Encoder, section: Section): void {
	encoding.writeVarUint(encoder, section.claimed ?? section.structs.length);
	encoding.writeVarUint(encoder, section.client);
	encoding.writeVarUint(encoder, section.clock ?? 0);
	for (const struct of section.structs) writeStruct(encoder, struct);
}

function writeStruct(encoder: encoding.Encoder, struct: Handmade): void {
	const { origin, rightOrigin, parent, key, content } = struct;
	const [kind, write] = content;
	encoding.writeUint8(
		encoder,
		kind | (origin ? 128 : 0) | (rightOrigin ? 64 : 0) | (key === undefined ? 0 : 32)
	);
	for (const id of [origin, rightOrigin]) if (id) writeId(encoder, id);
	if (parent !== undefined) {
		encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0);
		if (typeof parent === 'string') encoding.writeVarString(encoder, parent);
		else writeId(encoder, parent);
		if (key !== undefined) encoding.writeVarString(encoder, key);
	}
	write(encoder);
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
	encoding.writeVarUint(encoder, client);
	encoding.writeVarUint(encoder, clock);
}

function writeDeletions(encoder: encoding.Encoder, deletions: Deletions): void {
	const clients = Object.entries(deletions);
	encoding.writeVarUint(encoder, clients.length);
	for (const [client, ranges] of clients) {
		encoding.writeVarUint(encoder, Number(client));
		encoding.writeVarUint(encoder, ranges.length);
		for (const range of ranges) for (const number of range) encoding.writeVarUint(encoder, number);
	}
}

/** Contents by their kind. */
export const content = {
	collected: (length: number) => [0, (e) => encoding.writeVarUint(e, length)],
	deleted: (length: number) => [1, (e) => encoding.writeVarUint(e, length)],
	json: () => [2, (e) => (encoding.writeVarUint(e, 1), encoding.writeVarString(e, '1'))],
	binary: () => [3, (e) => encoding.writeVarUint8Array(e, Uint8Array.of(1))],
	string: (text: string) => [4, (e) => encoding.writeVarString(e, text)],
	embed: () => [5, (e) => encoding.writeVarString(e, '{}')],
	format: () => [6, (e) => ['bold', 'true'].forEach((t) => encoding.writeVarString(e, t))],
	type: (kind: number) => [7, (e) => encoding.writeVarUint(e, kind)],
	values: (...values: unknown[]) => [
		8,
		(e) => {
			encoding.writeVarUint(e, values.length);
			for (const value of values) encoding.writeAny(e, value as encoding.AnyEncodable);
		}
	],
	raw: (kind: number, ...bytes: number[]) => [
		kind,
		(e) => bytes.forEach((byte) => encoding.writeUint8(e, byte))
	],
	document: () => [9, (e) => (encoding.writeVarString(e, 'guid'), encoding.writeAny(e, {}))],
	skip: (length: number) => [10, (e) => encoding.writeVarUint(e, length)]
} satisfies Record<string, (...parts: never[]) => readonly [number, Write]>;

export const map = content.type(1);
export const text = content.type(2);
