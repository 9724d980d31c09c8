import { parseArgs } from 'node:util';
import { BackupError } from '#lib/server/store/backup/backup-error.ts';
import { CannotStartError, DatabaseGoneError } from '#lib/server/store/errors.ts';
import { moveStore } from '#lib/server/store/moving/move-store.ts';
import { exitCodes, WrongUse } from '../command.ts';
import type { Command } from '../command.ts';

const expected = [BackupError, CannotStartError, DatabaseGoneError];

/** Takes everything from the folder of a stopped server to an empty PostgreSQL database. */
export const command: Command = {
	parameters: '--from DATA_DIR [--to postgres://USER:PASSWORD@HOST:PORT/DATABASE]',
	summary:
		'Copies the database of a stopped server to an empty PostgreSQL database (--to, else DATABASE_URL), reads it back and compares; all or nothing.',

	async run(args, { output, say }) {
		const { values } = parseArgs({
			args: [...args],
			options: { from: { type: 'string' }, to: { type: 'string' } }
		});
		const to = values.to ?? process.env.DATABASE_URL;
		if (values.from === undefined || !to || !/^postgres(ql)?:\/\//.test(to)) {
			throw new WrongUse('Name the folder with --from, and a PostgreSQL database with --to.');
		}
		try {
			const move = await moveStore(values.from, to);
			output(`${JSON.stringify(move, undefined, 2)}\n`);
			const rows = move.tables.reduce((sum, table) => sum + table.rows, 0);
			say(
				`Moved ${rows} rows of ${move.tables.length} tables, read them back and found them equal. Start the server with DATABASE_URL; the folder ${values.from} is as it was.\n`
			);
			return exitCodes.fine;
		} catch (error) {
			if (!expected.some((kind) => error instanceof kind)) throw error;
			say(`${error instanceof Error ? error.message : error}\n`);
			return exitCodes.refused;
		}
	}
};
