import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gateRules, withoutRule } from './gate-rules.ts';

test('every rule of the gate can be taken away alone, for `npm run mutate`', () => {
	const rules = gateRules();
	expect(rules.length).toBeGreaterThan(40);
	for (const { file, line } of rules) {
		const source = readFileSync(file, 'utf8');
		const without = withoutRule(source, line).split('\n');
		expect(source.split('\n').filter((text, index) => text !== without[index])).toHaveLength(1);
	}
});
