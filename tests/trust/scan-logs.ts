import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { logFolder } from './kept-logs.ts';
import { forbidden, foundIn } from './log-words.ts';

/**
 * Looks through the logs of every server that the tests started, for names, tokens and texts of the
 * tests; `npm test` does so when all else has run. Exits with 1 when anything is found, and when there
 * is nothing to look through.
 */
const files = existsSync(logFolder) ? readdirSync(logFolder) : [];
const lines = files.reduce((sum, file) => sum + textOf(file).split('\n').length - 1, 0);
const rules = forbidden();
const found = files.flatMap((file) => foundIn(textOf(file), rules).map((one) => `${file}: ${one}`));

function textOf(file: string): string {
	return readFileSync(join(logFolder, file), 'utf8');
}

for (const one of found.slice(0, 50)) console.error(one);
console.log(
	`Looked for ${rules.words.length} names and texts in ${lines} lines of ${files.length} servers; found ${found.length}.`
);
process.exit(found.length === 0 && lines > 0 ? 0 : 1);
