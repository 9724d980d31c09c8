import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { withoutRule } from './gate-rules.ts';

/** Runs the tests of the gate with one of its rules taken away, in memory only. */
const [file = '', line = ''] = (process.env.WITHOUT_RULE ?? '').split(':');

export default defineConfig({
	plugins: [
		{
			name: 'without-a-rule',
			enforce: 'pre',
			load: (id) =>
				file && id.endsWith(file) ? withoutRule(readFileSync(id, 'utf8'), Number(line)) : undefined
		}
	],
	test: {
		environment: 'node',
		// What was compiled with a rule must never be used without it.
		fsModuleCache: false,
		include: ['tests/server/rooms/{gate/*,refusals,awareness,bounds}.test.ts'],
		// A test that only ran out of time on a busy machine would say that a rule is missed.
		testTimeout: 240_000,
		hookTimeout: 240_000,
		bail: 1
	}
});
