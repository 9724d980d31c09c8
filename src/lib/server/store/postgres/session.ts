import { DatabaseError, type ClientBase, type QueryConfig } from 'pg';
import { DatabaseGoneError } from '../errors.ts';
import type { Statement, Work } from '../statements/statement.ts';
import { inPostgres } from './wording.ts';

/** One connection for as long as somebody uses it. */
export class Session {
	readonly #client: ClientBase;
	#isLost = false;

	constructor(client: ClientBase) {
		this.#client = client;
	}

	/** Whether the connection can't be used again: it broke, or nobody knows what state it is in. */
	get isLost(): boolean {
		return this.#isLost;
	}

	/** Does all of some work or nothing of it. */
	async transaction<Result>(begin: string, work: () => Promise<Result>): Promise<Result> {
		await this.say(begin);
		try {
			const result = await work();
			const { command } = await this.#ask({ text: 'COMMIT' });
			if (command !== 'COMMIT') throw new Error('The database undid what was to be written.');
			return result;
		} catch (error) {
			if (!this.#isLost) await this.say('ROLLBACK').catch(() => (this.#isLost = true));
			throw error;
		}
	}

	/** Runs work to its end, statement by statement. */
	async carryOut<Result>(work: () => Work<Result>): Promise<Result> {
		const working = work();
		let step = working.next();
		while (!step.done) step = working.next(await this.answer(step.value));
		return step.value;
	}

	async answer(statement: Statement): Promise<unknown> {
		const { rows, rowCount } = await this.#ask(inPostgres(statement));
		if (statement.want === 'changes') return rowCount ?? 0;
		return statement.want === 'row' ? rows[0] : rows;
	}

	/** Sends SQL without parameters, of which nothing is read. */
	async say(sql: string): Promise<void> {
		await this.#ask({ text: sql });
	}

	async #ask(query: QueryConfig) {
		try {
			return await this.#client.query(query);
		} catch (error) {
			const answered = error instanceof DatabaseError;
			// What the server itself refuses leaves the connection as it was, unless it hangs up.
			if (!answered || error.severity !== 'ERROR') this.#isLost = true;
			throw answered && !isTrouble(error) ? error : new DatabaseGoneError(error);
		}
	}
}

/** Classes of SQLSTATE that say nothing about what was asked: no resources, stopped or cancelled, a failing system. */
const troubles = ['53', '57', '58', 'XX'];

function isTrouble({ code = '' }: DatabaseError): boolean {
	return troubles.includes(code.slice(0, 2));
}
