import { parseArgs } from 'node:util';
import { criticise } from '#lib/domain/critic/criticise.ts';
import type { IgnoredThreshold } from '#lib/domain/critic/thresholds.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { exitCodes, WrongUse } from '../command.ts';
import type { Command } from '../command.ts';

/** Gives what the built-in critic has to say about a workshop, heaviest first. */
export const command: Command = {
	parameters: 'FILE [--scenario ID]',
	summary: 'Gives the findings of the critic on a workshop, or on one scenario of it.',

	async run(args, { read, output, say }) {
		const { path, scenario } = asked(args);
		const { file, problems } = parseWorkshopFile(await read(path));
		if (!file) {
			for (const problem of problems) say(`${problem.path}: ${problem.message}\n`);
			return exitCodes.refused;
		}
		if (scenario !== undefined) mustExist(scenario, file);
		const { findings, ignored } = criticise(file, { scenario });
		for (const threshold of ignored) say(explain(threshold));
		output(`${JSON.stringify({ findings }, undefined, 2)}\n`);
		return exitCodes.fine;
	}
};

function asked(args: readonly string[]): { path: string; scenario: string | undefined } {
	const { positionals, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: { scenario: { type: 'string' } }
	});
	const [path, ...rest] = positionals;
	if (path === undefined)
		throw new WrongUse('Name the file to criticise, or - for standard input.');
	if (rest.length > 0) throw new WrongUse(`Name one file at a time, not also ${rest.join(', ')}.`);
	return { path, scenario: values.scenario };
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
