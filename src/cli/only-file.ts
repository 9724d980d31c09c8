import { parseArgs } from 'node:util';
import { WrongUse } from './command.ts';

/**
 * Gives the one file that a command without options is about.
 *
 * @param purpose what the file is for, as in "Name the file to check"
 * @throws {WrongUse} when there is none, or more than one
 */
export function onlyFile(args: readonly string[], purpose: string): string {
	const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
	const [path, ...rest] = positionals;
	if (path === undefined)
		throw new WrongUse(`Name the file to ${purpose}, or - for standard input.`);
	if (rest.length > 0) throw new WrongUse(`Name one file at a time, not also ${rest.join(', ')}.`);
	return path;
}
