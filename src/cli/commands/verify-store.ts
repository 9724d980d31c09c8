import { parseArgs } from 'node:util';
import { verifyStore } from '#lib/server/store/backup/verify.ts';
import { inspectPostgres } from '#lib/server/store/postgres/inspect.ts';
import { WrongUse } from '../command.ts';
import type { Command } from '../command.ts';
import { isPostgres, placeOfStore, reportStore } from '../store-report.ts';

/** Says whether everything in a database is as it was written. */
export const command: Command = {
	parameters: '[DATA_DIR | postgres://USER:PASSWORD@HOST:PORT/DATABASE]',
	summary:
		'Compares every document, version and forecast in a database with its hash; without a place in that of DATABASE_URL, else of DATA_DIR.',

	async run(args, terminal) {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
		if (positionals.length > 1) throw new WrongUse('Name one database at a time.');
		const place = placeOfStore(positionals[0]);
		// An address has a password in it, which must not be on the screen.
		return isPostgres(place)
			? reportStore(terminal, 'The PostgreSQL database', () => inspectPostgres(place))
			: reportStore(terminal, `The database in ${place}`, () => verifyStore(place));
	}
};
