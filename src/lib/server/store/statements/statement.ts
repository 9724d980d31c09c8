/** What a statement's `?` stand for; text, bytes and numbers up to 2⁵³. */
export type Value = string | number | null | Uint8Array;

/** One piece of SQL that a part of the store wants done, and in what shape it wants the answer. */
export type Statement = {
	readonly want: 'row' | 'rows' | 'changes';
	readonly sql: string;
	readonly values: readonly Value[];
	/** Its text is unlikely to come again, so that there is no use in keeping it prepared. */
	readonly once?: true;
};

/**
 * Work on the database as a series of statements, each waiting for the answer to the one before it. It
 * knows nothing of threads, connections or transactions: whoever runs it does (see `Database`). It may be
 * run again from the start, so it changes nothing but the database.
 */
export type Work<Result> = Generator<Statement, Result, unknown>;

/** Runs work to its end on a database that answers at once. */
export function carryOut<Result>(
	work: Work<Result>,
	answer: (statement: Statement) => unknown
): Result {
	let step = work.next();
	while (!step.done) step = work.next(answer(step.value));
	return step.value;
}

/** Runs a statement and tells how many rows it changed. */
export function* run(sql: string, ...values: readonly Value[]): Work<number> {
	return (yield { want: 'changes', sql, values }) as number;
}

/** The first row, or undefined; the caller names the columns' types, as SQL can't. */
export function* get<Row>(sql: string, ...values: readonly Value[]): Work<Row | undefined> {
	return (yield { want: 'row', sql, values }) as Row | undefined;
}

/** The first row of a query that always has one. */
export function* one<Row>(sql: string, ...values: readonly Value[]): Work<Row> {
	const row = yield* get<Row>(sql, ...values);
	if (row === undefined) throw new Error('A query that always gives a row gave none.');
	return row;
}

export function* all<Row>(sql: string, ...values: readonly Value[]): Work<Row[]> {
	return (yield { want: 'rows', sql, values }) as Row[];
}

/** Several statements in one text, without values and without an answer. */
export function* script(sql: string): Work<void> {
	yield { want: 'changes', sql, values: [], once: true };
}

/**
 * Inserts rows, many with one statement.
 *
 * @param into the table with its columns, such as `rooms (id, key)`
 * @param options.atOnce rows per statement
 * @param options.ending what comes behind the values
 */
export function* insert(
	into: string,
	rows: readonly (readonly Value[])[],
	options: { readonly atOnce: number; readonly ending?: string }
): Work<void> {
	for (let from = 0; from < rows.length; from += options.atOnce) {
		const some = rows.slice(from, from + options.atOnce);
		const places = some.map((row) => `(${row.map(() => '?').join(', ')})`);
		const sql = `INSERT INTO ${into} VALUES ${places.join(', ')} ${options.ending ?? ''}`;
		yield { want: 'changes', sql, values: some.flat(), once: true };
	}
}
