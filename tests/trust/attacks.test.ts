import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Rows of the table of attacks: the attack, the file of its test, and the name of that test. */
const rows = [
	...readFileSync('SECURITY.md', 'utf8').matchAll(/^\| (.+?) +\| (tests\/\S+) +\| (.+?) +\|$/gm)
];

test('at least ten attacks are told of', () => {
	expect(rows.length).toBeGreaterThanOrEqual(10);
});

test.each(rows.map(([, attack, file, name]) => ({ attack, file, name })))(
	'the test against "$attack" is there',
	({ file = '', name = '' }) => {
		expect(readFileSync(file, 'utf8')).toContain(name);
	}
);
