import type { SqliteDatabase } from '../sqlite/database.ts';
import { all, insert, run, script, type Value, type Work } from '../statements/statement.ts';
import { keepable } from '../postgres/wording.ts';
import { Fingerprinter, type Fingerprint } from './fingerprint.ts';
import type { MovedTable } from './tables.ts';

type Row = Readonly<Record<string, Value>>;

/** The columns of a table, with the one that SQLite keeps to itself. */
export function columnsOf(source: SqliteDatabase, { name, counter }: MovedTable): string[] {
	const columns = source.all<{ name: string }>(`PRAGMA table_info(${name})`);
	const names = columns.map((column) => column.name);
	return counter === undefined || names.includes(counter) ? names : [counter, ...names];
}

/** Writes all rows of a table of SQLite in PostgreSQL, and tells what was read there. */
export function* copyTable(
	source: SqliteDatabase,
	table: MovedTable
): Work<Fingerprint & { readonly replaced: number }> {
	const columns = columnsOf(source, table);
	const quoted = columns.map((column) => `"${column}"`).join(', ');
	const read = new Fingerprinter();
	let replaced = 0;
	let waiting: Value[][] = [];
	const into = `${table.name} (${quoted})`;
	for (const row of source.each<Row>(`SELECT ${quoted} FROM ${table.name} ORDER BY ${table.key}`)) {
		const found = columns.map((column) => row[column] ?? null);
		const values = found.map(keepable);
		replaced += values.filter((value, place) => value !== found[place]).length;
		read.add(values);
		waiting.push(values);
		if (waiting.length < table.atOnce) continue;
		yield* insert(into, waiting, { atOnce: table.atOnce });
		waiting = [];
	}
	yield* insert(into, waiting, { atOnce: table.atOnce });
	yield* countOn(table);
	return { ...read.result(), replaced };
}

/** New rows are counted on from the last one that was copied. */
function* countOn({ name, counter }: MovedTable): Work<void> {
	if (counter === undefined) return;
	yield* all(
		`SELECT setval(pg_get_serial_sequence('${name}', '${counter}'), max("${counter}"))
		FROM ${name} HAVING count(*) > 0`
	);
}

/** Reads a table of PostgreSQL, a few rows at a time, and tells what is in it. */
export function* readTable(
	columns: readonly string[],
	{ name, key, atOnce }: MovedTable
): Work<Fingerprint> {
	const quoted = columns.map((column) => `"${column}"`).join(', ');
	const read = new Fingerprinter();
	yield* script(
		`DECLARE reading NO SCROLL CURSOR FOR SELECT ${quoted} FROM ${name} ORDER BY ${key}`
	);
	for (;;) {
		const rows = yield* all<Row>(`FETCH ${atOnce} FROM reading`);
		if (rows.length === 0) break;
		for (const row of rows) read.add(columns.map((column) => row[column] ?? null));
	}
	yield* run('CLOSE reading');
	return read.result();
}
