import { parseArgs } from 'node:util';
import { restoreBackup } from '#lib/server/store/backup/restore.ts';
import { WrongUse } from '../command.ts';
import type { Command } from '../command.ts';
import { dataDirectoryFrom, reportStore } from '../store-report.ts';

/** Puts a backup in an empty folder, on which a server can then be started. */
export const command: Command = {
	parameters: 'BACKUP DATA_DIR',
	summary: 'Checks a backup and puts it in an empty folder.',

	async run(args, terminal) {
		const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
		const [backup, dataDirectory, ...rest] = positionals;
		if (backup === undefined || dataDirectory === undefined || rest.length > 0) {
			throw new WrongUse('Name the backup and the empty folder to put it in.');
		}
		const folder = dataDirectoryFrom(dataDirectory);
		return reportStore(terminal, `${backup}, put in ${folder},`, () =>
			restoreBackup(backup, folder)
		);
	}
};
