import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import { Bytes } from '#lib/server/rooms/gate/bytes.ts';
import { refusalOf } from '#lib/server/rooms/gate/refusal.ts';
import { seeded } from '../support/seeded.ts';

function rule(bytes: readonly number[], read: (bytes: Bytes) => unknown): string | undefined {
	const result = refusalOf(() => ({ read: read(new Bytes(Uint8Array.from(bytes))) }));
	return 'refusal' in result ? result.refusal.rule : undefined;
}

test('nothing is read past the end', () => {
	expect(rule([], (bytes) => bytes.byte())).toBe('truncated');
	expect(rule([128], (bytes) => bytes.uint())).toBe('truncated');
	expect(rule([128], (bytes) => bytes.int())).toBe('truncated');
	expect(rule([1, 2], (bytes) => bytes.take(3))).toBe('truncated');
	expect(rule([3, 65], (bytes) => bytes.text(9))).toBe('truncated');
	expect(rule([0, 0, 0], (bytes) => bytes.float(4))).toBe('truncated');
});

test('numbers that do not end within 53 bits are refused', () => {
	const endless = Array<number>(20).fill(255);
	expect(rule(endless, (bytes) => bytes.uint())).toBe('number');
	expect(rule(endless, (bytes) => bytes.int())).toBe('number');
});

test('numbers, texts and fractions read as the library writes them', () => {
	const draw = seeded(3);
	for (let round = 0; round < 2_000; round += 1) {
		const whole = draw.below(2 ** draw.below(53));
		const encoded = encoding.encode((encoder) => {
			encoding.writeVarUint(encoder, whole);
			encoding.writeVarInt(encoder, -whole);
			encoding.writeVarString(encoder, `é${whole}😀`);
			encoding.writeFloat64(encoder, whole / 7);
			encoding.writeFloat32(encoder, 0.5);
		});
		const bytes = new Bytes(encoded);
		expect(bytes.uint()).toBe(whole);
		expect(bytes.int() + whole).toBe(0);
		expect(bytes.text(100)).toBe(`é${whole}😀`);
		expect(bytes.float(8)).toBe(whole / 7);
		expect(bytes.float(4)).toBe(0.5);
		expect(bytes.left).toBe(0);
		expect(decoding.readVarUint(decoding.createDecoder(encoded))).toBe(whole);
	}
});
