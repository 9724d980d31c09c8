import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything goes that the servers of the tests write, to be looked through when all have run. */
export const logFolder = 'node_modules/.cache/tegenwicht/test-logs';

/**
 * Keeps what a server writes; gives what takes the text.
 *
 * @param name tells the server from others, such as its process number
 */
export function keepLog(name: string | number | undefined): (text: string) => void {
	mkdirSync(logFolder, { recursive: true });
	const file = join(logFolder, `${process.pid}-${name ?? 'unknown'}.log`);
	appendFileSync(file, '');
	return (text) => appendFileSync(file, text);
}
