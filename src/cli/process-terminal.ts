import { createReadStream } from 'node:fs';
import { maximumBytes } from '#lib/domain/workshop-file.ts';
import { WrongUse } from './command.ts';
import type { Terminal } from './command.ts';

/** The terminal of this process. */
export const processTerminal: Terminal = {
	read: readUpToLimit,
	output: (text) => void process.stdout.write(text),
	say: (text) => void process.stderr.write(text)
};

/** Stops reading once a file is too large to be used, so that no file can fill the memory. */
async function readUpToLimit(path: string, most = maximumBytes): Promise<Uint8Array> {
	const source = path === '-' ? process.stdin : createReadStream(path);
	const chunks: Buffer[] = [];
	let size = 0;
	try {
		for await (const chunk of source) {
			chunks.push(chunk);
			size += chunk.length;
			if (size > most) break;
		}
	} catch (error) {
		throw new WrongUse(`${path} cannot be read: ${reasonOf(error)}.`);
	}
	return Buffer.concat(chunks);
}

function reasonOf(error: unknown): string {
	const code = error instanceof Error && 'code' in error ? error.code : undefined;
	if (code === 'ENOENT') return 'there is no such file';
	if (code === 'EISDIR') return 'it is a folder';
	if (code === 'EACCES') return 'you may not read it';
	return String(error);
}
