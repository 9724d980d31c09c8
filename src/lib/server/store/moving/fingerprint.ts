import { createHash } from 'node:crypto';
import type { Value } from '../statements/statement.ts';

/** How many rows a table has, and a SHA-256 over all of them in order. */
export type Fingerprint = { readonly rows: number; readonly sha256: string };

/** Takes rows in, whichever database they come from, and tells what they come to. */
export class Fingerprinter {
	readonly #hash = createHash('sha256');
	#rows = 0;

	add(row: readonly Value[]): void {
		this.#rows += 1;
		for (const value of row) {
			const bytes = bytesOf(value);
			this.#hash.update(`${typeof value} ${bytes.length}\n`).update(bytes);
		}
	}

	/** To be asked once, after the last row. */
	result(): Fingerprint {
		return { rows: this.#rows, sha256: this.#hash.digest('hex') };
	}
}

/** The kind and length of a value go before these, so that no two rows look alike. */
function bytesOf(value: Value): Uint8Array {
	return value instanceof Uint8Array ? value : Buffer.from(String(value));
}
