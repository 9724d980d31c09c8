import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from '../backup/backup-error.ts';
import { changedForecasts, damagedDocuments, type ReadDatabase } from '../inspect-rows.ts';
import { PostgresDatabase } from '../postgres/database.ts';
import type { Session } from '../postgres/session.ts';
import { applyMigrations } from '../postgres/shape.ts';
import { openSqliteStore } from '../sqlite-store.ts';
import { SqliteDatabase } from '../sqlite/database.ts';
import { claimDirectory } from '../sqlite/directory.ts';
import { inspect } from '../sqlite/inspect.ts';
import { get } from '../statements/statement.ts';
import { columnsOf, copyTable, readTable } from './copy-table.ts';
import type { Fingerprint } from './fingerprint.ts';
import { leftBehind, movedTables, type MovedTable } from './tables.ts';

/** What was moved, table by table; each was read back and found equal. */
export type Move = {
	readonly tables: readonly ({ readonly table: string } & Fingerprint)[];
	/** Texts with a NUL character, which PostgreSQL does not keep; they have a � there now. */
	readonly replaced: number;
};

/**
 * Copies everything in a folder of a stopped server to an empty PostgreSQL database, in one transaction;
 * then reads all of it back and compares. The folder stays as it is, in the shape of this program.
 *
 * @throws {BackupError} when there is nothing to move, it is damaged, the other is not empty, or what was
 *   read back is not what was written; then nothing was written
 */
export async function moveStore(from: string, url: string): Promise<Move> {
	if (!existsSync(join(from, 'tegenwicht.db'))) {
		throw new BackupError(`There is no database in ${from}.`);
	}
	await bringToShape(from);
	const claim = claimDirectory(from);
	const source = new SqliteDatabase(join(from, 'tegenwicht.db'));
	const target = new PostgresDatabase(url);
	try {
		await refuseDamage(source, from);
		return await target.reshape((session) => copyAll(source, session));
	} finally {
		await target.close();
		source.close();
		claim.release();
	}
}

/** As a start of the server would. */
async function bringToShape(directory: string): Promise<void> {
	const store = openSqliteStore({ directory, now: () => 0, newId: () => '' });
	try {
		await store.migrate();
	} finally {
		await store.close();
	}
}

async function refuseDamage(source: SqliteDatabase, from: string): Promise<void> {
	const { damage } = await inspect(source);
	if (damage.length > 0) {
		throw new BackupError(
			`The database in ${from} is damaged: restore a backup.\n${damage.join('\n')}`
		);
	}
	const known = new Set([...movedTables.map(({ name }) => name), ...leftBehind]);
	const found = source.all<{ name: string }>(
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
	);
	const strange = found.find(({ name }) => !known.has(name));
	if (strange)
		throw new BackupError(`The database in ${from} has a strange table: ${strange.name}.`);
}

async function copyAll(source: SqliteDatabase, session: Session): Promise<Move> {
	await session.carryOut(applyMigrations);
	for (const { name } of movedTables) {
		if (await session.carryOut(() => get(`SELECT 1 FROM ${name} LIMIT 1`))) {
			throw new BackupError(`The PostgreSQL database is not empty: ${name} has rows already.`);
		}
	}
	const written = [];
	for (const table of movedTables) {
		written.push({ table, ...(await session.carryOut(() => copyTable(source, table))) });
	}
	for (const { table, ...expected } of written) await compare(table, expected, { source, session });
	await refuseDifference(within(session));
	return {
		tables: written.map(({ table, rows, sha256 }) => ({ table: table.name, rows, sha256 })),
		replaced: written.reduce((sum, { replaced }) => sum + replaced, 0)
	};
}

async function compare(
	table: MovedTable,
	expected: Fingerprint,
	{ source, session }: { readonly source: SqliteDatabase; readonly session: Session }
): Promise<void> {
	const found = await session.carryOut(() => readTable(columnsOf(source, table), table));
	if (found.rows === expected.rows && found.sha256 === expected.sha256) return;
	throw new BackupError(
		`Nothing was moved: PostgreSQL gave back other rows of ${table.name} (${found.rows}, ${found.sha256}) than were written (${expected.rows}, ${expected.sha256}).`
	);
}

/** Reads every document, version and forecast as the server will, and compares it with its own hash. */
async function refuseDifference(database: ReadDatabase): Promise<void> {
	const damage = [...(await damagedDocuments(database)), ...(await changedForecasts(database))];
	if (damage.length === 0) return;
	throw new BackupError(
		`Nothing was moved: PostgreSQL gave it back damaged.\n${damage.join('\n')}`
	);
}

function within(session: Session): ReadDatabase {
	return { read: (work) => session.carryOut(work), snapshot: (work) => session.carryOut(work) };
}
