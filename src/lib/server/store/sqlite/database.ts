import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Database } from '../database.ts';
import { carryOut, type Statement, type Value, type Work } from '../statements/statement.ts';
import { sqliteDialect } from './dialect.ts';

/** Milliseconds that a statement waits for another process that has the database. */
const longestWait = 200;

/** Work that shares a commit with other work, and who hears how it ended. */
type Shared = {
	readonly work: () => Work<unknown>;
	readonly done: () => void;
	readonly failed: (reason: unknown) => void;
};

/**
 * One connection to one SQLite file with its prepared statements.
 *
 * SQLite works on the calling thread: a commit costs about 0.2 ms here, one sync to disk included,
 * which is less than a hop to another thread and back.
 */
export class SqliteDatabase implements Database {
	readonly dialect = sqliteDialect;
	readonly #connection: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();
	#together: Shared[] = [];

	constructor(path: string) {
		// Waiting for another process holds up everybody; whoever can wait longer tries again.
		this.#connection = new DatabaseSync(path, { timeout: longestWait });
		this.#connection.exec(`
			PRAGMA journal_mode = WAL;
			PRAGMA synchronous = FULL;
			PRAGMA foreign_keys = ON;
			PRAGMA secure_delete = ON;
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

	/** Rows one by one, for more than fits in memory. */
	each<Row>(sql: string): Iterable<Row> {
		return this.#prepared(sql).iterate() as Iterable<Row>;
	}

	async read<Result>(work: () => Work<Result>): Promise<Result> {
		return this.#carryOut(work);
	}

	async snapshot<Result>(work: () => Work<Result>): Promise<Result> {
		this.run('BEGIN');
		try {
			return this.#carryOut(work);
		} finally {
			this.run('COMMIT');
		}
	}

	async transaction<Result>(work: () => Work<Result>): Promise<Result> {
		return this.atomically(work);
	}

	/** As `transaction`, done when it returns. */
	atomically<Result>(work: () => Work<Result>): Result {
		this.run('BEGIN IMMEDIATE');
		try {
			const result = this.#carryOut(work);
			this.run('COMMIT');
			return result;
		} catch (error) {
			// A full disk may have rolled back by itself already.
			if (this.#connection.isTransaction) this.run('ROLLBACK');
			throw error;
		}
	}

	/** Thirty phones that answer at once wait for one sync to disk. */
	together(work: () => Work<unknown>): Promise<void> {
		return new Promise((done, failed) => {
			if (this.#together.length === 0) setImmediate(() => this.#commitTogether());
			this.#together.push({ work, done, failed });
		});
	}

	/** No other server can start: the folder is this process's own. */
	importing<Result>(_workspace: string, work: () => Promise<Result>): Promise<Result> {
		return work();
	}

	async wipeDeleted(): Promise<void> {
		this.execute('PRAGMA wal_checkpoint(TRUNCATE)');
	}

	close(): void {
		if (this.#connection.isOpen) this.#commitTogether();
		this.#statements.clear();
		if (this.#connection.isOpen) this.#connection.close();
	}

	#commitTogether(): void {
		const shared = this.#together;
		this.#together = [];
		if (shared.length === 0) return;
		try {
			this.atomically(function* () {
				for (const { work } of shared) yield* work();
			});
			for (const { done } of shared) done();
		} catch {
			// What is wrong with one must not take the others along.
			for (const one of shared) this.#commitAlone(one);
		}
	}

	#commitAlone({ work, done, failed }: Shared): void {
		try {
			this.atomically(work);
			done();
		} catch (reason) {
			failed(reason);
		}
	}

	#carryOut<Result>(work: () => Work<Result>): Result {
		return carryOut(work(), (statement) => this.#answer(statement));
	}

	#answer({ want, sql, values }: Statement): unknown {
		if (want === 'changes') return this.run(sql, ...values);
		return want === 'row' ? this.get(sql, ...values) : this.all(sql, ...values);
	}

	#prepared(sql: string): StatementSync {
		const known = this.#statements.get(sql);
		if (known) return known;
		const statement = this.#connection.prepare(sql);
		this.#statements.set(sql, statement);
		return statement;
	}
}
