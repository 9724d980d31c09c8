import { sentence, type Reason } from '../reason.ts';

/** Something about a place in a file, in English only: what the command line says. */
export type Remark = { readonly path: string; readonly message: string };

/**
 * What is wrong with a file: where (a dotted path, empty for the file itself), what, and what to do.
 * The message is in English; screens say the code in their own language.
 */
export type Problem = Remark & Reason;

/** Makes the problem of a place. */
export function problemAt(path: string, reason: Reason): Problem {
	return { path, message: sentence(reason), ...reason };
}

/** Nobody reads more problems than this, and a hostile file can hold millions. */
export const problemLimit = 200;

/** Keeps the first problem of every place, and at most 200; looks no further than that. */
export function firstPerPlace<Kind extends Remark>(problems: Iterable<Kind>): Kind[] {
	const places = new Map<string, Kind>();
	for (const problem of problems) {
		if (!places.has(problem.path)) places.set(problem.path, problem);
		if (places.size >= problemLimit) break;
	}
	return [...places.values()];
}
