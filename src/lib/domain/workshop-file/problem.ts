import { sentence, type Reason } from '../reason.ts';

/**
 * What is wrong with a file: where (a dotted path, empty for the file itself), what, and what to do.
 * The message is in English; screens say the code in their own language.
 */
export type Problem = { readonly path: string; readonly message: string } & Reason;

/** Makes the problem of a place. */
export function problemAt(path: string, reason: Reason): Problem {
	return { path, message: sentence(reason), ...reason };
}

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
