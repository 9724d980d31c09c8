import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './cluster/postgres-process.ts';

/**
 * The browser tests with everything in a PostgreSQL database of their own, which is thrown away
 * afterwards. `npm run test:browser:postgres -- tests/e2e/join.spec.ts`
 */
const playwright = 'node_modules/@playwright/test/cli.js';
const postgres = await startPostgres();
const tests = spawn(process.execPath, [playwright, 'test', ...process.argv.slice(2)], {
	// A server that a test kills and starts again has its workshops back that much sooner.
	env: { ...process.env, DATABASE_URL: postgres.url, LEASE_SECONDS: '2' },
	stdio: 'inherit'
});
const [code] = (await once(tests, 'exit')) as [number | null];
await postgres.end();
process.exit(code ?? 1);
