import { readFile } from 'node:fs/promises';
import type { Terminal } from '../../src/cli/command.ts';

/** A terminal that keeps what is written to it. */
export function keepingTerminal(standardInput = '') {
	const written = { output: '', said: '' };
	const terminal: Terminal = {
		read: (path) =>
			path === '-' ? Promise.resolve(new TextEncoder().encode(standardInput)) : readFile(path),
		output: (text) => void (written.output += text),
		say: (text) => void (written.said += text)
	};
	return { terminal, written };
}
