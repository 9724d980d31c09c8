import * as encoding from 'lib0/encoding';

/**
 * All ways in which a number can stand in what the server sends: as JSON and text, as lib0 writes it
 * in a document (whole numbers as varints, others as floats), in either byte order, and base64 of
 * each at every offset.
 */
export function spellings(number: number): Buffer[] {
	const plain = [...asText(number), ...asFloats(number), asAny(number)];
	return [...plain, ...plain.flatMap(inBase64)];
}

function asText(number: number): Buffer[] {
	const texts = [String(number), String(number).replace('.', ',')];
	return texts.flatMap((text) => [Buffer.from(text), Buffer.from(text, 'utf16le')]);
}

function asFloats(number: number): Buffer[] {
	const bytes = Buffer.alloc(8);
	const doubles = [Buffer.from(bytes), Buffer.from(bytes)];
	doubles[0]!.writeDoubleBE(number);
	doubles[1]!.writeDoubleLE(number);
	const isFloat32 = Math.fround(number) === number;
	const floats = [Buffer.alloc(4), Buffer.alloc(4)];
	floats[0]!.writeFloatBE(number);
	floats[1]!.writeFloatLE(number);
	return isFloat32 ? [...doubles, ...floats] : doubles;
}

/** As lib0's `writeAny`, which Yjs uses for values: varint, float32, float64 or big integer. */
function asAny(number: number): Buffer {
	return Buffer.from(encoding.encode((encoder) => encoding.writeAny(encoder, number)));
}

/** Without the first and last characters, which depend on what stands around it. */
function inBase64(bytes: Buffer): Buffer[] {
	return [0, 1, 2].flatMap((offset) => {
		const text = Buffer.concat([Buffer.alloc(offset), bytes])
			.toString('base64')
			.replace(/=+$/, '');
		const inner = text.slice(offset === 0 ? 0 : offset + 1, -1);
		return inner.length >= 5 ? [Buffer.from(inner)] : [];
	});
}
