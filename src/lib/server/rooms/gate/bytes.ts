import { Refused } from './refusal.ts';

/** A varint of 53 bits takes eight bytes; longer ones turn into NaN in the library's own reader. */
const longestVarint = 8;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads the encoding that Yjs uses from bytes that nobody vouches for.
 *
 * It takes exactly the bytes that lib0's decoder would take, never reads past the end and allocates
 * nothing for a length before that many bytes are seen to be there. Everything else is `Refused`.
 */
export class Bytes {
	readonly #bytes: Uint8Array;
	#position = 0;

	constructor(bytes: Uint8Array) {
		this.#bytes = bytes;
	}

	/** Bytes that are left. */
	get left(): number {
		return this.#bytes.length - this.#position;
	}

	byte(): number {
		const byte = this.#bytes[this.#position];
		if (byte === undefined) throw new Refused('truncated');
		this.#position += 1;
		return byte;
	}

	/** An unsigned number of at most `most`. */
	uint(most = Number.MAX_SAFE_INTEGER): number {
		let value = 0;
		let scale = 1;
		for (let length = 1; length <= longestVarint; length += 1) {
			const byte = this.byte();
			value += (byte & 127) * scale;
			if (byte < 128) {
				if (value > most) throw new Refused('number');
				return value;
			}
			scale *= 128;
		}
		throw new Refused('number');
	}

	/** A signed number: six bits and a sign first, then seven bits a byte. */
	int(): number {
		const first = this.byte();
		const sign = first & 64 ? -1 : 1;
		let value = first & 63;
		if (first < 128) return sign * value;
		let scale = 64;
		for (let length = 2; length <= longestVarint; length += 1) {
			const byte = this.byte();
			value += (byte & 127) * scale;
			if (byte < 128) {
				if (value > Number.MAX_SAFE_INTEGER) throw new Refused('number');
				return sign * value;
			}
			scale *= 128;
		}
		throw new Refused('number');
	}

	/** A number of things to come that take at least `bytesEach`; more than fit are refused. */
	count(bytesEach: number): number {
		const count = this.uint();
		if (count * bytesEach > this.left) throw new Refused('count');
		return count;
	}

	/** A view on the next `length` bytes, not a copy. */
	take(length: number): Uint8Array {
		if (length > this.left) throw new Refused('truncated');
		const start = this.#position;
		this.#position += length;
		return this.#bytes.subarray(start, this.#position);
	}

	/** Text of at most `most` bytes. */
	text(most: number): string {
		const length = this.uint();
		if (length > most) throw new Refused('string');
		const bytes = this.take(length);
		try {
			return utf8.decode(bytes);
		} catch {
			throw new Refused('utf8');
		}
	}

	/** A floating point number of 4 or 8 bytes, most significant first. */
	float(size: 4 | 8): number {
		const bytes = this.take(size);
		const view = new DataView(bytes.buffer, bytes.byteOffset, size);
		return size === 4 ? view.getFloat32(0) : view.getFloat64(0);
	}
}
