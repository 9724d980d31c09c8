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
		include: ['tests/server/rooms/**/*.test.ts', 'tests/server/access/admission.test.ts'],
		// Some tests wait for a refusal, which does not come without its rule.
		testTimeout: 30_000,
		hookTimeout: 30_000,
		bail: 1
	}
});
