import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../chromium.js';
import { largeFile } from '../importers/reading.ts';
import { startServer } from '../trust/server-process.ts';
import { tasksOf } from './browser/main-thread.ts';

/**
 * Chooses a file of 100,000 rows in a real browser and imports it: how long until the preview and until it is
 * saved, and for how long the page could not answer meanwhile. The longest task of the main thread is to be
 * at most 50 ms.
 * Run it by hand: npm run bench -- import-page
 */
const rows = 100_000;
const repeats = 3;
const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-import-'));
const file = join(folder, 'registratie.csv');
writeFileSync(file, largeFile(rows));
const server = await startServer(4194, folder);
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']
});
const table: Record<string, string | number>[] = [];
for (let turn = 0; turn < repeats; turn += 1) await importOnce();
console.table(table);
await browser.close();
await server.kill('SIGTERM');
rmSync(folder, { recursive: true });

async function importOnce(): Promise<void> {
	const context = await browser.newContext({
		locale: 'nl-NL',
		viewport: { width: 1440, height: 900 }
	});
	const reply = await context.request.post(`${server.origin}/api/workshops`, {
		data: { title: 'B' }
	});
	const page = await context.newPage();
	await page.goto(`${server.origin}/w/${(await reply.json()).id}/area`);
	await page.getByRole('button', { name: 'Importeer cijfers' }).click();
	const dialog = page.getByRole('dialog');
	await page.waitForTimeout(2000);
	await measure(page, 'preview', async () => {
		await dialog.getByLabel('Bestand', { exact: true }).setInputFiles(file);
		await dialog.getByText('100.000 rijen gelezen').waitFor();
	});
	await dialog.getByRole('button', { name: 'Importeer' }).and(page.locator(':enabled')).waitFor();
	// What the import would do is asked of the server while the preview is read.
	await page.waitForTimeout(5000);
	await measure(page, 'import', async () => {
		await dialog.getByRole('button', { name: 'Importeer' }).click();
		await dialog.getByText(/^Opgeslagen: 100.000 nieuwe waarden/).waitFor({ timeout: 60_000 });
	});
	await context.close();
}

async function measure(page: Page, what: string, during: () => Promise<void>): Promise<void> {
	await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
	const began = performance.now();
	await during();
	const took = performance.now() - began;
	const tasks = tasksOf(await browser.stopTracing());
	const longest = (times: readonly number[]) => Math.max(0, ...times).toFixed(1);
	table.push({
		...{ what, 'took ms': took.toFixed(0) },
		'longest task ms': longest(tasks.map(({ clock }) => clock)),
		'of processor ms': longest(tasks.map(({ processor }) => processor))
	});
}
