import { createHash } from 'node:crypto';
import { maximumForecastBytes, verifyForecasts } from '#lib/domain/forecast/verify.ts';
import { exitCodes } from '../command.ts';
import type { Command } from '../command.ts';
import { onlyFile } from '../only-file.ts';
import { plainly } from '../plainly.ts';

/** Says whether exported forecasts are as they were sealed. */
export const command: Command = {
	parameters: 'FILE',
	summary: 'Recomputes the hash of an exported forecast, or of a chain of them.',

	async run(args, { read, output, say }) {
		const path = onlyFile(args, 'verify');
		const { forecasts, problems } = verifyForecasts(await read(path, maximumForecastBytes), sha256);
		output(`${JSON.stringify({ forecasts, problems: plainly(problems) }, undefined, 2)}\n`);
		const name = path === '-' ? 'Standard input' : path;
		const verdict = problems.length === 0 ? 'is as it was sealed' : 'is not as it was sealed';
		say(`${name} ${verdict}. Forecasts: ${forecasts.length}, problems: ${problems.length}.\n`);
		return problems.length === 0 ? exitCodes.fine : exitCodes.refused;
	}
};

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
