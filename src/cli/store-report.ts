import { CannotStartError, DatabaseGoneError } from '#lib/server/store/errors.ts';
import { BackupError } from '#lib/server/store/backup/backup-error.ts';
import type { Inspection } from '#lib/server/store/inspect-rows.ts';
import { exitCodes, WrongUse } from './command.ts';
import type { ExitCode, Terminal } from './command.ts';

const expected = [BackupError, CannotStartError, DatabaseGoneError];

/**
 * The folder of the database: the one that was named, else the setting of the server.
 *
 * @throws {WrongUse} when it is in PostgreSQL, which has programs of its own for this
 */
export function dataDirectoryFrom(named: string | undefined): string {
	const place = placeOfStore(named);
	if (!isPostgres(place)) return place;
	throw new WrongUse(
		'This command is for a folder with a database. Back up PostgreSQL with pg_dump and restore it with pg_restore, as docs/operations.md says.'
	);
}

/** Where the database is: what was named, else as the server is set; a folder or an address. */
export function placeOfStore(named: string | undefined): string {
	return named ?? (process.env.DATABASE_URL || process.env.DATA_DIR || './data');
}

/** Tells an address of a PostgreSQL database from a folder. */
export function isPostgres(place: string): boolean {
	return /^postgres(ql)?:/.test(place);
}

/** Does something with a database and tells what is in it, or in a sentence why it could not be done. */
export async function reportStore(
	{ output, say }: Terminal,
	what: string,
	work: () => Promise<Inspection>
): Promise<ExitCode> {
	try {
		const report = await work();
		output(`${JSON.stringify(report, undefined, 2)}\n`);
		const whole = report.damage.length === 0;
		const verdict = whole ? 'is whole' : 'is damaged: restore a backup';
		say(`${what} ${verdict}. Workshops: ${report.workshops}, damage: ${report.damage.length}.\n`);
		return whole ? exitCodes.fine : exitCodes.refused;
	} catch (error) {
		if (!(error instanceof Error)) throw error;
		const isExpected = expected.some((kind) => error instanceof kind);
		if (!isExpected && !isOfDisk(error)) throw error;
		say(isExpected ? `${error.message}\n` : `${what} failed: ${error.message}.\n`);
		return exitCodes.refused;
	}
}

/** Tells whether the disk or SQLite refused: no rights, no room, a file that is no database. */
function isOfDisk(error: Error): boolean {
	return 'syscall' in error || ('code' in error && error.code === 'ERR_SQLITE_ERROR');
}
