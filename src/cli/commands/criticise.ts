import { parseArgs } from 'node:util';
import { criticise } from '#lib/domain/critic/criticise.ts';
import type { IgnoredThreshold } from '#lib/domain/critic/thresholds.ts';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import { readExpectations } from '#lib/domain/forecast/read-expectations.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { exitCodes, WrongUse } from '../command.ts';
import type { Command } from '../command.ts';

/** Gives what the built-in critic has to say about a workshop, heaviest first. */
export const command: Command = {
	parameters: 'FILE [--scenario ID] [--record FORECASTS.json]',
	summary:
		'Gives the findings of the critic on a workshop, or on one scenario of it; with a record also on estimates that it speaks against.',

	async run(args, { read, output, say }) {
		const { path, scenario, record: recordPath } = asked(args);
		const { file, problems } = parseWorkshopFile(await read(path));
		if (!file) {
			for (const problem of problems) say(`${problem.path}: ${problem.message}\n`);
			return exitCodes.refused;
		}
		if (scenario !== undefined) mustExist(scenario, file);
		const earlier = recordPath === undefined ? nothing : readExpectations(await read(recordPath));
		if (!earlier.expectations) {
			for (const problem of earlier.problems) say(`${problem.path}: ${problem.message}\n`);
			return exitCodes.refused;
		}
		const record = calibrate(earlier.expectations);
		const { findings, ignored } = criticise(file, { scenario, record });
		for (const threshold of ignored) say(explain(threshold));
		output(`${JSON.stringify({ findings }, undefined, 2)}\n`);
		return exitCodes.fine;
	}
};

/** A record of no expectations has nothing to ask. */
const nothing = { expectations: [], problems: [] };

type Asked = { path: string; scenario: string | undefined; record: string | undefined };

function asked(args: readonly string[]): Asked {
	const { positionals, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { scenario: { type: 'string' }, record: { type: 'string' } }
	});
	const [path, ...rest] = positionals;
	if (path === undefined)
		throw new WrongUse('Name the file to criticise, or - for standard input.');
	if (rest.length > 0) throw new WrongUse(`Name one file at a time, not also ${rest.join(', ')}.`);
	return { path, scenario: values.scenario, record: values.record };
}

function mustExist(scenario: string, { scenarios }: WorkshopFile): void {
	const ids = [doNothingId, ...scenarios.map(({ id }) => id)];
	if (ids.includes(scenario)) return;
	throw new WrongUse(`There is no scenario "${scenario}". Choose one of ${ids.join(', ')}.`);
}

function explain({ name, reason }: IgnoredThreshold): string {
	const why =
		reason === 'unknown'
			? 'no rule has a threshold of that name'
			: 'it must be of the same type as the default';
	return `workshop.policy.thresholds.${name} is left out: ${why}.\n`;
}
