import { parseArgs } from 'node:util';
import { makeBackup } from '#lib/server/store/backup/backup.ts';
import { WrongUse } from '../command.ts';
import type { Command } from '../command.ts';
import { dataDirectoryFrom, reportStore } from '../store-report.ts';

/** Copies the database of a server that may be running, and reads the copy back in full. */
export const command: Command = {
	parameters: 'FOLDER [--data DATA_DIR] [--keep-days N]',
	summary:
		'Makes a backup, with its hash, after reading it back; throws away backups older than N days.',

	async run(args, terminal) {
		const { positionals, values } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: { data: { type: 'string' }, 'keep-days': { type: 'string' } }
		});
		const [folder, ...rest] = positionals;
		if (folder === undefined || rest.length > 0) {
			throw new WrongUse('Name the one folder for backups.');
		}
		const keepDays = daysFrom(values['keep-days']);
		const dataDirectory = dataDirectoryFrom(values.data);
		return reportStore(terminal, `The backup of ${dataDirectory}`, () =>
			makeBackup({ dataDirectory, folder, keepDays, now: Date.now() })
		);
	}
};

function daysFrom(text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const days = Number(text);
	if (/^\d{1,5}$/.test(text) && days > 0) return days;
	throw new WrongUse(`--keep-days takes a whole number of 1 or more, not "${text}".`);
}
