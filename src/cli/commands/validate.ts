import { parseArgs } from 'node:util';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exitCodes, WrongUse } from '../command.ts';
import type { Command } from '../command.ts';

/** Says whether a workshop file can be read, and if not, everything that is wrong with it. */
export const command: Command = {
	parameters: 'FILE',
	summary: 'Checks a workshop file and gives its problems and warnings.',

	async run(args, { read, output, say }) {
		const path = onlyFile(args);
		const { problems, warnings } = parseWorkshopFile(await read(path));
		output(`${JSON.stringify({ problems, warnings }, undefined, 2)}\n`);
		const name = path === '-' ? 'Standard input' : path;
		const verdict = problems.length === 0 ? 'is a workshop file' : 'is refused';
		say(`${name} ${verdict}. Problems: ${problems.length}, warnings: ${warnings.length}.\n`);
		return problems.length === 0 ? exitCodes.fine : exitCodes.refused;
	}
};

function onlyFile(args: readonly string[]): string {
	const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
	const [path, ...rest] = positionals;
	if (path === undefined) throw new WrongUse('Name the file to check, or - for standard input.');
	if (rest.length > 0) throw new WrongUse(`Name one file at a time, not also ${rest.join(', ')}.`);
	return path;
}
