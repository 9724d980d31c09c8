import { parseArgs } from 'node:util';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import { readExpectations } from '#lib/domain/forecast/read-expectations.ts';
import { exitCodes, WrongUse } from '../command.ts';
import type { Command } from '../command.ts';

/** Says how well earlier expectations came true. */
export const command: Command = {
	parameters: 'FORECASTS.json',
	summary:
		'Holds expectations against what was measured: coverage, score and the part that came true.',

	async run(args, { read, output, say }) {
		const { expectations, problems } = readExpectations(await read(onlyFile(args)));
		if (!expectations) {
			output(`${JSON.stringify({ problems }, undefined, 2)}\n`);
			for (const { path, message } of problems) say(`${path}: ${message}\n`);
			return exitCodes.refused;
		}
		output(`${JSON.stringify(calibrate(expectations), undefined, 2)}\n`);
		return exitCodes.fine;
	}
};

function onlyFile(args: readonly string[]): string {
	const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
	const [path, ...rest] = positionals;
	if (path === undefined) throw new WrongUse('Name the file to read, or - for standard input.');
	if (rest.length > 0) throw new WrongUse(`Name one file at a time, not also ${rest.join(', ')}.`);
	return path;
}
