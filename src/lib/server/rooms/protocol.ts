import { stepTwoBudget, updateBudget } from './gate/budget.ts';
import { Bytes } from './gate/bytes.ts';
import { Refused } from './gate/refusal.ts';

/** What a client can say. The first two numbers of each are fixed by the y-websocket protocol. */
export type Message =
	| { readonly kind: 'step-1'; readonly stateVector: Uint8Array }
	| { readonly kind: 'step-2' | 'update'; readonly update: Uint8Array }
	| { readonly kind: 'awareness'; readonly states: Uint8Array }
	| { readonly kind: 'query-awareness' };

const sync = 0;
const awareness = 1;
const queryAwareness = 3;
/** Ours: how many step-2 and update frames of this connection are committed. */
const committed = 64;

const stepOne = 0;
const stepTwo = 1;
const update = 2;

/** Bytes that a message may have around its update. */
const envelope = 16;

/** No message may be larger, whatever it is. */
export const largestMessage = stepTwoBudget.bytes + envelope;

/**
 * Reads one message.
 *
 * @throws {Refused} when it is none of ours, has bytes left over, or is too large for its kind
 */
export function readMessage(frame: Uint8Array): Message {
	const bytes = new Bytes(frame);
	const message = readKind(bytes);
	if (bytes.left > 0) throw new Refused('trailing');
	const most = message.kind === 'step-2' ? stepTwoBudget.bytes : updateBudget.bytes;
	if (frame.length > most + envelope) throw new Refused('size', 4413);
	return message;
}

function readKind(bytes: Bytes): Message {
	switch (bytes.uint()) {
		case sync:
			return readSync(bytes);
		case awareness:
			return { kind: 'awareness', states: bytes.take(bytes.uint()) };
		case queryAwareness:
			return { kind: 'query-awareness' };
		default:
			throw new Refused('message');
	}
}

function readSync(bytes: Bytes): Message {
	const kind = bytes.uint();
	const content = bytes.take(bytes.uint());
	switch (kind) {
		case stepOne:
			return { kind: 'step-1', stateVector: content };
		case stepTwo:
			return { kind: 'step-2', update: content };
		case update:
			return { kind: 'update', update: content };
		default:
			throw new Refused('message');
	}
}

/** Reads which clock tick a client is at for every client it knows; null when it is malformed. */
export function isStateVector(encoded: Uint8Array): boolean {
	try {
		const bytes = new Bytes(encoded);
		for (let left = bytes.count(2) * 2; left > 0; left -= 1) bytes.uint();
		return bytes.left === 0;
	} catch {
		return false;
	}
}

export function stepOneFrame(stateVector: Uint8Array): Buffer {
	return frameOf([sync, stepOne, stateVector.length], stateVector);
}

export function stepTwoFrame(missing: Uint8Array): Buffer {
	return frameOf([sync, stepTwo, missing.length], missing);
}

export function updateFrame(changes: Uint8Array): Buffer {
	return frameOf([sync, update, changes.length], changes);
}

export function awarenessFrame(states: Uint8Array): Buffer {
	return frameOf([awareness, states.length], states);
}

export function committedFrame(count: number): Buffer {
	return frameOf([committed, count], nothing);
}

const nothing = new Uint8Array(0);
const binaryMessage = 0x82;

/**
 * Makes a whole WebSocket frame, header included, so that one buffer serves every reader of a room
 * and goes out in one write. The server neither compresses nor splits, so no state is involved.
 */
function frameOf(head: readonly number[], content: Uint8Array): Buffer {
	const headLength = head.reduce((length, number) => length + uintLength(number), 0);
	const length = headLength + content.length;
	const start = length < 126 ? 2 : length < 65_536 ? 4 : 10;
	const frame = Buffer.allocUnsafe(start + length);
	frame[0] = binaryMessage;
	if (start === 2) frame[1] = length;
	else if (start === 4) frame.writeUInt16BE(length, 2);
	else frame.writeBigUInt64BE(BigInt(length), 2);
	if (start > 2) frame[1] = start === 4 ? 126 : 127;
	let position = start;
	for (const number of head) position = writeUint(frame, position, number);
	frame.set(content, position);
	return frame;
}

/** Bytes that a number takes, seven bits each. */
export function uintLength(value: number): number {
	let length = 1;
	for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) length += 1;
	return length;
}

/** Writes a number, least significant seven bits first, and gives the position after it. */
export function writeUint(target: Uint8Array, position: number, value: number): number {
	let rest = value;
	let at = position;
	for (; rest > 127; rest = Math.floor(rest / 128)) target[at++] = (rest % 128) | 128;
	target[at++] = rest;
	return at;
}
