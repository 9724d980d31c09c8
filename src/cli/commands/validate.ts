import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exitCodes } from '../command.ts';
import type { Command } from '../command.ts';
import { onlyFile } from '../only-file.ts';
import { plainly } from '../plainly.ts';

/** Says whether a workshop file can be read, and if not, everything that is wrong with it. */
export const command: Command = {
	parameters: 'FILE',
	summary: 'Checks a workshop file and gives its problems and warnings.',

	async run(args, { read, output, say }) {
		const path = onlyFile(args, 'check');
		const { problems, warnings } = parseWorkshopFile(await read(path));
		output(
			`${JSON.stringify({ problems: plainly(problems), warnings: plainly(warnings) }, undefined, 2)}\n`
		);
		const name = path === '-' ? 'Standard input' : path;
		const verdict = problems.length === 0 ? 'is a workshop file' : 'is refused';
		say(`${name} ${verdict}. Problems: ${problems.length}, warnings: ${warnings.length}.\n`);
		return problems.length === 0 ? exitCodes.fine : exitCodes.refused;
	}
};
