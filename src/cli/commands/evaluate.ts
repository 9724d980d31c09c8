import { parseArgs } from 'node:util';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import type { EngineOptions } from '#lib/domain/valuation/engine.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { probabilityModes } from '#lib/domain/valuation/effect-value.ts';
import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import { evaluationReport } from '#lib/domain/valuation/report.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exitCodes, WrongUse } from '../command.ts';
import type { Command } from '../command.ts';
import { plainly } from '../plainly.ts';

/** Says what the scenarios of a workshop are worth, with their uncertainty. */
export const command: Command = {
	parameters: 'FILE [--seed N] [--samples N] [--probability expected|event]',
	summary: 'Values all scenarios of a workshop; 16,384 samples and seed 1 unless given.',

	async run(args, { read, output, say }) {
		const { path, options } = readArguments(args);
		const { file, problems, warnings } = parseWorkshopFile(await read(path));
		const name = path === '-' ? 'Standard input' : path;
		if (!file) {
			output(
				`${JSON.stringify({ problems: plainly(problems), warnings: plainly(warnings) }, undefined, 2)}\n`
			);
			say(`${name} is refused. Problems: ${problems.length}.\n`);
			return exitCodes.refused;
		}
		for (const { path: place, message } of warnings) say(`${place}: ${message}\n`);
		const engine = createEngine(options);
		const evaluation = lastOf(engine.settle(file));
		for (const name of leftOut(evaluation))
			say(`The amount of ${name} is too large to add up and is left out of the costs.\n`);
		output(`${JSON.stringify(evaluationReport(engine, evaluation), undefined, 2)}\n`);
		return exitCodes.fine;
	}
};

/** Names the contributions that no total holds; effects that are left out are in the report. */
function leftOut({ scenarios }: Evaluation): Set<string> {
	const measures = scenarios.flatMap((scenario) => scenario.measures);
	return new Set(
		measures.flatMap(({ id, invalid }) => invalid.map((given) => `${id}.contributions.${given}`))
	);
}

const replicateSize = 4096;
const mostAtOnce = 65_536;
const mostSamples = 1_048_576;

function readArguments(args: readonly string[]): { path: string; options: EngineOptions } {
	const { positionals, values } = parseArgs({
		args: [...args],
		allowPositionals: true,
		options: {
			seed: { type: 'string', default: '1' },
			samples: { type: 'string', default: '16384' },
			probability: { type: 'string', default: 'expected' }
		}
	});
	const [path, ...rest] = positionals;
	if (path === undefined) throw new WrongUse('Name the file to value, or - for standard input.');
	if (rest.length > 0) throw new WrongUse(`Name one file at a time, not also ${rest.join(', ')}.`);
	const seed = wholeNumber('--seed', values.seed);
	const samples = divideSamples(wholeNumber('--samples', values.samples));
	return { path, options: { seed, ...samples, probabilityMode: modeOf(values.probability) } };
}

function wholeNumber(name: string, text: string): number {
	const value = Number(text);
	if (!/^\d{1,15}$/.test(text) || !Number.isSafeInteger(value))
		throw new WrongUse(`${name} takes a whole number of 0 or more, not "${text}".`);
	return value;
}

/** Replicates of 4,096 where that comes out even, else one replicate. */
function divideSamples(samples: number): Pick<EngineOptions, 'samplesPerReplicate' | 'replicates'> {
	if (samples > 0 && samples % replicateSize === 0 && samples <= mostSamples)
		return { samplesPerReplicate: replicateSize, replicates: samples / replicateSize };
	if (samples > 0 && samples <= mostAtOnce) return { samplesPerReplicate: samples, replicates: 1 };
	throw new WrongUse(
		`--samples takes 1 to ${mostAtOnce}, or a multiple of ${replicateSize} up to ${mostSamples}.`
	);
}

function modeOf(text: string): ProbabilityMode {
	const mode = probabilityModes.find((known) => known === text);
	if (!mode) throw new WrongUse(`--probability takes ${probabilityModes.join(' or ')}.`);
	return mode;
}
