import { run } from '@quri/squiggle-lang';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { squiggleProgram } from './squiggle-program.ts';

/** Values a workshop with Squiggle, which does less work than a valuation; gives processor time in milliseconds. */
export async function valueWithSquiggle(file: WorkshopFile, samples: number): Promise<number> {
	const before = process.threadCpuUsage();
	const { result } = await run(squiggleProgram(file, fiveQuantiles), {
		environment: { sampleCount: samples, xyPointLength: 1000, seed: 'bench' }
	});
	const { user, system } = process.threadCpuUsage(before);
	if (!result.ok) throw new Error(`Squiggle refuses the program: ${String(result.value)}`);
	return (user + system) / 1000;
}

function fiveQuantiles(name: string): string {
	const shares = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => `quantile(${name}, ${share})`);
	return `[mean(${name}), ${shares.join(', ')}]`;
}
