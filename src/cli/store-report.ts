import { CannotStartError } from '#lib/server/store/errors.ts';
import { BackupError } from '#lib/server/store/backup/backup-error.ts';
import type { Inspection } from '#lib/server/store/sqlite/inspect.ts';
import { exitCodes, WrongUse } from './command.ts';
import type { ExitCode, Terminal } from './command.ts';

/**
 * The folder of the database: the one that was named, else the setting of the server.
 *
 * @throws {WrongUse} when it is in PostgreSQL, which has programs of its own for this
 */
export function dataDirectoryFrom(named: string | undefined): string {
	const place = named ?? (process.env.DATABASE_URL || process.env.DATA_DIR || './data');
	if (!/^postgres(ql)?:/.test(place)) return place;
	throw new WrongUse(
		'This command is for a folder with a database. Back up PostgreSQL with pg_dump and restore it with pg_restore, as docs/operations.md says; it keeps watch over its own files.'
	);
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
		const expected = error instanceof BackupError || error instanceof CannotStartError;
		if (!expected) throw error;
		say(`${error.message}\n`);
		return exitCodes.refused;
	}
}
