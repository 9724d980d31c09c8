import { DatabaseGoneError } from '../errors.ts';

/** SQLSTATE of two transactions that can't both be as if they were alone, and of two that wait for each other. */
const codes: readonly unknown[] = ['40001', '40P01'];

/** Tells whether a transaction was refused only because of another one, so that it can be done again. */
function isConflict(error: unknown): boolean {
	return error instanceof Error && 'code' in error && codes.includes(error.code);
}

/** How often one transaction is begun before its failure is told. */
const mostAttempts = 25;
/** Between attempts, in milliseconds, times the number of attempts so far; for transactions of other servers. */
const pause = 4;

/**
 * Does transactions again that were refused because of another one. Those take turns, so that a crowd that
 * writes at once thins out instead of refusing each other for ever.
 */
export class Attempts {
	#last: Promise<unknown> = Promise.resolve();

	/**
	 * @throws {DatabaseGoneError} after many attempts
	 * @throws what else the work throws
	 */
	async until<Result>(attempt: () => Promise<Result>): Promise<Result> {
		try {
			return await attempt();
		} catch (error) {
			if (!isConflict(error)) throw error;
		}
		const mine = this.#last.then(() => again(attempt));
		this.#last = mine.catch(() => undefined);
		return mine;
	}
}

async function again<Result>(attempt: () => Promise<Result>): Promise<Result> {
	for (let attempts = 2; ; attempts += 1) {
		try {
			return await attempt();
		} catch (error) {
			if (!isConflict(error)) throw error;
			if (attempts >= mostAttempts) throw new DatabaseGoneError(error);
		}
		await new Promise((resume) => setTimeout(resume, Math.random() * pause * attempts));
	}
}
