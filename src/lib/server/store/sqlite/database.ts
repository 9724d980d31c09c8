import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';

type Value = SQLInputValue;

/**
 * One connection to one SQLite file with its prepared statements.
 *
 * SQLite works on the calling thread: a commit costs about 0.2 ms here, one sync to disk included,
 * which is less than a hop to another thread and back.
 */
export class Database {
	readonly #connection: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();

	constructor(path: string) {
		this.#connection = new DatabaseSync(path, { timeout: 5000 });
		this.#connection.exec(`
			PRAGMA journal_mode = WAL;
			PRAGMA synchronous = FULL;
			PRAGMA foreign_keys = ON;
		`);
	}

	/** Runs SQL that has no parameters; for migrations and pragmas. */
	execute(sql: string): void {
		this.#connection.exec(sql);
	}

	/** Runs a statement and tells how many rows it changed. */
	run(sql: string, ...values: Value[]): number {
		return Number(this.#prepared(sql).run(...values).changes);
	}

	/** The first row, or undefined; the caller names the columns' types, as SQL can't. */
	get<Row>(sql: string, ...values: Value[]): Row | undefined {
		return this.#prepared(sql).get(...values) as Row | undefined;
	}

	/** The first row of a query that always has one. */
	one<Row>(sql: string, ...values: Value[]): Row {
		const row = this.get<Row>(sql, ...values);
		if (row === undefined) throw new Error('A query that always gives a row gave none.');
		return row;
	}

	all<Row>(sql: string, ...values: Value[]): Row[] {
		return this.#prepared(sql).all(...values) as Row[];
	}

	/** Does all of `work` or nothing of it, on disk when this returns. */
	transaction<Result>(work: () => Result): Result {
		this.run('BEGIN IMMEDIATE');
		try {
			const result = work();
			this.run('COMMIT');
			return result;
		} catch (error) {
			// A full disk may have rolled back by itself already.
			if (this.#connection.isTransaction) this.run('ROLLBACK');
			throw error;
		}
	}

	/** Reads several things as they were at one moment. */
	snapshot<Result>(work: () => Result): Result {
		this.run('BEGIN');
		try {
			return work();
		} finally {
			this.run('COMMIT');
		}
	}

	close(): void {
		this.#statements.clear();
		if (this.#connection.isOpen) this.#connection.close();
	}

	#prepared(sql: string): StatementSync {
		const known = this.#statements.get(sql);
		if (known) return known;
		const statement = this.#connection.prepare(sql);
		this.#statements.set(sql, statement);
		return statement;
	}
}
