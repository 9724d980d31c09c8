import { run } from '@quri/squiggle-lang';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { parseWorkshopFile, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import { referenceModel } from '../../bench/reference-model.ts';
import { squiggleProgram } from '../../bench/valuation/squiggle-program.ts';
import { exampleText } from '../examples.ts';

/** Of Squiggle; its noise is the larger one by far. */
const samples = 4_000;

function parsed(text: string): WorkshopFile {
	const { file } = parseWorkshopFile(text);
	if (!file) throw new Error('The workshop is refused.');
	return file;
}

/** The mean and the standard deviation of every net, in the order of the scenarios; a single number has one of 0. */
async function squiggle(file: WorkshopFile): Promise<[number, number][]> {
	const program = squiggleProgram(file, (name) => {
		const samplesOf = `(${name} + 0 * SampleSet(uniform(0, 1)))`;
		return `[mean(${samplesOf}), stdev(${samplesOf})]`;
	});
	const { result } = await run(program, {
		environment: { sampleCount: samples, xyPointLength: 1000, seed: 'tegenwicht' }
	});
	if (!result.ok) throw new Error(result.value.toString());
	const figures = result.value.result.asJS() as [number, number][];
	return figures.slice(0, file.scenarios.length);
}

const files: readonly (readonly [string, WorkshopFile])[] = [
	['the Molenwijk example', parsed(exampleText('demo-molenwijk.nl'))],
	['the sound example', parsed(exampleText('sound-example.nl'))],
	['a model with formulas and lognormals', referenceModel({ measures: 6, effects: 12 })]
];

describe.each(files)('%s, valued by Squiggle', (_, file) => {
	test('has the same mean for every net, within four standard errors', async () => {
		const { scenarios } = createEngine({ replicates: 1 }).evaluate(file);
		const nets = scenarios.slice(1).map(({ net }) => net.mean);
		const found = await squiggle(file);
		expect(found.length).toBe(nets.length);
		expect(nets.length).toBeGreaterThan(0);
		for (const [place, [mean, deviation]] of found.entries())
			expect(Math.abs(mean - nets[place]!)).toBeLessThanOrEqual(
				(4 * deviation) / Math.sqrt(samples) + 1e-9 * Math.abs(mean)
			);
	}, 120_000);
});
