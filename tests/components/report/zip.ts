import { inflateRawSync } from 'node:zlib';

const endOfDirectory = 0x06054b50;

/** Reads every file in a zip as text, by the directory at its end: enough for documents and workbooks. */
export async function filesInZip(blob: Blob): Promise<Map<string, string>> {
	const bytes = Buffer.from(await blob.arrayBuffer());
	let end = bytes.length - 22;
	while (bytes.readUInt32LE(end) !== endOfDirectory) end -= 1;
	const files = new Map<string, string>();
	let at = bytes.readUInt32LE(end + 16);
	for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
		const [nameLength, extraLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30)];
		const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
		files.set(name, contentAt(bytes, bytes.readUInt32LE(at + 42), bytes.readUInt32LE(at + 20)));
		at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
	}
	return files;
}

function contentAt(bytes: Buffer, local: number, size: number): string {
	const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
	const packed = bytes.subarray(start, start + size);
	const isDeflated = bytes.readUInt16LE(local + 8) === 8;
	return (isDeflated ? inflateRawSync(packed) : packed).toString('utf8');
}
