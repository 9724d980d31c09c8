import { randomBytes } from 'node:crypto';

/** A chance in [0, 1) that nobody can predict. */
export function chance(): number {
	return randomBytes(4).readUInt32LE() / 2 ** 32;
}
