/**
 * Random streams that depend on their name alone.
 *
 * Every quantity has its own stream, named after the seed, the record, the field and the replicate,
 * so that a change to one card changes no other draw (common random numbers). A stream is a counter
 * put through a mixing function: number i of a stream needs no number before it. Source: J.K. Salmon
 * and others (2011), Parallel Random Numbers: As Easy as 1, 2, 3, SC '11. The mixer is the shift and
 * multiply scheme of MurmurHash3 with the low-bias constants of C. Wellons' hash-prospector.
 */
export type Stream = { readonly offset: number; readonly twist: number };

export type StreamName = {
	readonly seed: number;
	readonly recordId: string;
	readonly field: string;
	readonly replicate: number;
};

/** Spreads the bits of a whole number of 32 bits evenly. */
function mix(word: number): number {
	let mixed = word;
	mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
	mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
	return mixed ^ (mixed >>> 15);
}

/** Finds the stream with a name; the seed may be any finite number. */
export function streamOf({ seed, recordId, field, replicate }: StreamName): Stream {
	const name = `${seed}/${replicate}/${recordId}/${field}`;
	return { offset: digest(name, 0x9e3779b9), twist: digest(name, 0x85ebca6b) };
}

function digest(text: string, start: number): number {
	let state = start;
	for (let place = 0; place < text.length; place += 1)
		state = mix(Math.imul(state, 31) + text.charCodeAt(place) + 1);
	return state;
}

/** Gives number i of a stream: a whole number from 0 up to 2^32. */
export function draw(stream: Stream, i: number): number {
	return mix(mix(i + stream.offset) ^ stream.twist) >>> 0;
}

const oneIn32Bits = 1 / 4294967296;

/**
 * Puts a column in a random order in which every order is equally likely.
 * Source: R.A. Fisher and F. Yates (1938); R. Durstenfeld (1964), Algorithm 235, CACM 7(7).
 */
export function shuffle(column: Float64Array, stream: Stream): void {
	for (let last = column.length - 1; last > 0; last -= 1) {
		const other = (draw(stream, last) * oneIn32Bits * (last + 1)) | 0;
		const kept = column[last] as number;
		column[last] = column[other] as number;
		column[other] = kept;
	}
}
