import { parseArgs } from 'node:util';
import { verifyStore } from '#lib/server/store/backup/verify.ts';
import { WrongUse } from '../command.ts';
import type { Command } from '../command.ts';
import { dataDirectoryFrom, reportStore } from '../store-report.ts';

/** Says whether everything in a database is as it was written. */
export const command: Command = {
	parameters: '[DATA_DIR]',
	summary: 'Compares every document, version and forecast in a database with its hash.',

	async run(args, terminal) {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
		if (positionals.length > 1) throw new WrongUse('Name one folder at a time.');
		const dataDirectory = dataDirectoryFrom(positionals[0]);
		return reportStore(terminal, `The database in ${dataDirectory}`, () =>
			verifyStore(dataDirectory)
		);
	}
};
