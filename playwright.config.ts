import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './tests/chromium.js';
import { logFolder } from './tests/trust/kept-logs.ts';

/** Tests on real open data run where that lies beside the clone; `npm test` says so when it does not. */
const realDataPresent = existsSync(new URL('../shared/data', import.meta.url));

const port = Number(process.env.E2E_PORT ?? 4173);

/** How every browser of the tests is started. */
export const browserSettings = {
	locale: 'nl-NL',
	launchOptions: {
		executablePath: findChromium(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync'
		]
	}
};

export default defineConfig({
	testDir: 'tests/e2e',
	testIgnore: [
		...(realDataPresent ? [] : ['real-data/**']),
		// Minutes long: a browser writes cookies to disk when it likes. `npm run trust` does it.
		...(process.env.TRUST_TIMES ? [] : ['killed-browser.spec.ts'])
	],
	timeout: 60_000,
	expect: { timeout: 10_000 },
	workers: 1,
	forbidOnly: Boolean(process.env.CI),
	reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
	use: { baseURL: `http://localhost:${port}`, trace: 'retain-on-failure', ...browserSettings },
	webServer: {
		// Kept with the logs of all other servers of the tests, which are looked through afterwards.
		command: `mkdir -p ${logFolder} && exec node server.js 2>${logFolder}/browser-tests.log`,
		url: `http://localhost:${port}/healthz`,
		timeout: 120_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
		env: {
			PORT: String(port),
			HOST: 'localhost',
			DATA_DIR: mkdtempSync(join(tmpdir(), 'tegenwicht-e2e-'))
		}
	}
});
