/** What is wrong with a file: where (a dotted path, empty for the file itself), what, and what to do. */
export type Problem = { path: string; message: string };

/** Nobody reads more problems than this, and a hostile file can hold millions. */
export const problemLimit = 200;

/** Keeps the first problem of every place, and at most 200; looks no further than that. */
export function firstPerPlace(problems: Iterable<Problem>): Problem[] {
	const places = new Map<string, Problem>();
	for (const problem of problems) {
		if (!places.has(problem.path)) places.set(problem.path, problem);
		if (places.size >= problemLimit) break;
	}
	return [...places.values()];
}
