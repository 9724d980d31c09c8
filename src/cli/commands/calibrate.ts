import { calibrate } from '#lib/domain/forecast/calibration.ts';
import { readExpectations } from '#lib/domain/forecast/read-expectations.ts';
import { exitCodes } from '../command.ts';
import type { Command } from '../command.ts';
import { onlyFile } from '../only-file.ts';
import { plainly } from '../plainly.ts';

/** Says how well earlier expectations came true. */
export const command: Command = {
	parameters: 'FORECASTS.json',
	summary:
		'Holds expectations against what was measured: coverage, score and the part that came true.',

	async run(args, { read, output, say }) {
		const { expectations, problems } = readExpectations(await read(onlyFile(args, 'read')));
		if (!expectations) {
			output(`${JSON.stringify({ problems: plainly(problems) }, undefined, 2)}\n`);
			for (const { path, message } of problems) say(`${path}: ${message}\n`);
			return exitCodes.refused;
		}
		output(`${JSON.stringify(calibrate(expectations), undefined, 2)}\n`);
		return exitCodes.fine;
	}
};
