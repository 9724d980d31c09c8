import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const name = 'last-backup';

/** Remembers next to the database when it was last copied. */
export function noteBackup(dataDirectory: string, now: number): void {
	writeFileSync(join(dataDirectory, name), `${new Date(now).toISOString()}\n`);
}

/** When the database was last copied, in milliseconds since 1970; undefined when it never was. */
export function lastBackup(dataDirectory: string): number | undefined {
	try {
		const at = Date.parse(readFileSync(join(dataDirectory, name), 'utf8').trim());
		return Number.isNaN(at) ? undefined : at;
	} catch {
		return undefined;
	}
}
