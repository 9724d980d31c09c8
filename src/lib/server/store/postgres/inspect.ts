import { DatabaseError } from 'pg';
import { BackupError } from '../backup/backup-error.ts';
import { DatabaseGoneError, UnusableDatabaseError } from '../errors.ts';
import { changedForecasts, damagedDocuments, type Inspection } from '../inspect-rows.ts';
import { movedTables } from '../moving/tables.ts';
import { get, one, type Work } from '../statements/statement.ts';
import { PostgresDatabase } from './database.ts';
import type { Session } from './session.ts';
import { checkShape } from './shape.ts';

/**
 * Reads a whole PostgreSQL database as it is at one moment, also while servers run on it: every row of
 * every table, and every document, kept update, version and sealed forecast against its hash.
 *
 * @throws {BackupError} when there is nothing of this program in it, or rows that can't be read at all
 * @throws {CannotStartError} when it can't be reached, or a newer program made it
 */
export async function inspectPostgres(url: string): Promise<Inspection> {
	const database = new PostgresDatabase(url);
	try {
		return await database.aside((session) =>
			session.transaction('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', () => inspect(session))
		);
	} catch (error) {
		throw explained(error);
	} finally {
		await database.close();
	}
}

async function inspect(session: Session): Promise<Inspection> {
	const { found } = await session.carryOut(() =>
		one<{ found: string | null }>(`SELECT to_regclass('shape')::text AS found`)
	);
	if (found === null) throw new BackupError('There is nothing of Tegenwicht in that database.');
	await session.carryOut(checkShape);
	for (const { name } of movedTables) await session.carryOut(() => readEveryRow(name));
	const read = <Result>(work: () => Work<Result>) => session.carryOut(work);
	const rows = { read, snapshot: read };
	const counts = await session.carryOut(() => one<Omit<Inspection, 'damage'>>(counting));
	return {
		...counts,
		damage: [...(await damagedDocuments(rows)), ...(await changedForecasts(rows))]
	};
}

/** As text, so that long values are fetched from where they lie. */
function* readEveryRow(table: string): Work<void> {
	yield* get(`SELECT count(CAST(t AS text)) AS rows FROM ${table} t`);
}

const counting = `SELECT ${['workshops', 'rooms', 'versions', 'forecasts']
	.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`)
	.join(', ')}`;

/** PostgreSQL's own class of errors for a database whose files are not as it wrote them. */
const damaged = /^XX/;

function explained(error: unknown): unknown {
	if (!(error instanceof DatabaseGoneError)) return error;
	const { cause } = error;
	if (!(cause instanceof DatabaseError) || !damaged.test(cause.code ?? '')) {
		return new UnusableDatabaseError(error);
	}
	return new BackupError(
		`PostgreSQL cannot read its own files: ${cause.message}. Restore a backup on another disk.`
	);
}
