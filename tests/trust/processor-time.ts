import { existsSync, readFileSync } from 'node:fs';

/** Longest time in milliseconds that a server may be busy with one thing that somebody sends. */
export const longestTask = 50;

/**
 * Milliseconds of processor time that the main thread of a process has used, whatever else the machine
 * does; undefined where the system does not tell.
 */
export function processorTime(pid: number): number | undefined {
	const path = `/proc/${pid}/task/${pid}/schedstat`;
	if (!existsSync(path)) return undefined;
	return Number(readFileSync(path, 'utf8').split(' ')[0]) / 1e6;
}

/** Processor time that the server needs for something, the median of some times that it is done. */
export async function timeTaken(
	pid: number,
	work: () => Promise<unknown>,
	times = 3
): Promise<number> {
	const taken: number[] = [];
	for (let time = 0; time < times; time += 1) {
		const before = processorTime(pid) ?? 0;
		await work();
		taken.push((processorTime(pid) ?? 0) - before);
	}
	return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}
