import { deepestNesting, longestString } from './budget.ts';
import type { Bytes } from './bytes.ts';
import { Refused } from './refusal.ts';

/** A plain value as JSON has them; `undefined` only inside objects, where Yjs clients leave it. */
export type Plain =
	| null
	| undefined
	| boolean
	| number
	| string
	| readonly Plain[]
	| { readonly [key: string]: Plain };

/** Keys inside plain values may be anything that can't reach a prototype somewhere. */
const poisonous = new Set(['__proto__', 'constructor', 'prototype']);

/** How many plain values may still be read. */
export type Allowance = { values: number };

/** Reads one plain value; dates, bytes, big integers, infinities and deep nests are refused. */
export function readPlain(bytes: Bytes, allowance: Allowance, depth = 1): Plain {
	allowance.values -= 1;
	if (allowance.values < 0) throw new Refused('values');
	if (depth > deepestNesting) throw new Refused('depth');
	const tag = bytes.byte();
	switch (tag) {
		case 127:
			return undefined;
		case 126:
			return null;
		case 125:
			return bytes.int();
		case 124:
			return finite(bytes.float(4));
		case 123:
			return finite(bytes.float(8));
		case 121:
			return false;
		case 120:
			return true;
		case 119:
			return bytes.text(longestString);
		case 118:
			return readObject(bytes, allowance, depth);
		case 117:
			return readArray(bytes, allowance, depth);
		default:
			throw new Refused('value');
	}
}

function finite(value: number): number {
	if (!Number.isFinite(value)) throw new Refused('value');
	return value;
}

function readObject(bytes: Bytes, allowance: Allowance, depth: number): Plain {
	const object: Record<string, Plain> = {};
	for (let left = bytes.count(2); left > 0; left -= 1) {
		const key = bytes.text(longestString);
		if (poisonous.has(key)) throw new Refused('key');
		object[key] = readPlain(bytes, allowance, depth + 1);
	}
	return object;
}

function readArray(bytes: Bytes, allowance: Allowance, depth: number): Plain {
	const array: Plain[] = [];
	for (let left = bytes.count(1); left > 0; left -= 1) {
		array.push(readPlain(bytes, allowance, depth + 1));
	}
	return array;
}
