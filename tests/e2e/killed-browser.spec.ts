import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, expect, test } from '@playwright/test';
import { browserSettings } from '../../playwright.config.ts';
import { startServer } from '../server/running-server.ts';
import { addMeasure, measuresOf, onDevice } from './offline-support.ts';
import { demo, expectSaved } from './support.ts';

const edits = 50;
/** Milliseconds without a connection, over which the edits are spread. */
const offlineFor = Number(process.env.OFFLINE_MINUTES ?? 10) * 60_000;

/** Number of the process of a browser, which alone has this folder and no kind. */
function processOf(userData: string): number {
	for (const entry of readdirSync('/proc')) {
		if (!/^\d+$/.test(entry)) continue;
		const command = commandOf(entry);
		if (command.includes(`--user-data-dir=${userData}`) && !command.includes('--type=')) {
			return Number(entry);
		}
	}
	throw new Error('The browser is not running.');
}

function commandOf(process: string): string {
	try {
		return readFileSync(`/proc/${process}/cmdline`, 'utf8');
	} catch {
		return '';
	}
}

function open(userData: string): Promise<BrowserContext> {
	const { launchOptions, locale } = browserSettings;
	return chromium.launchPersistentContext(userData, { ...launchOptions, locale });
}

/** A browser writes cookies to disk only now and then; who was in for a minute has theirs there. */
async function cookieIsOnDisk(userData: string): Promise<void> {
	const places = ['Default/Cookies', 'Default/Network/Cookies'].map((name) => join(userData, name));
	const holds = (place: string) => {
		try {
			return readFileSync(place).includes('tegenwicht');
		} catch {
			return false;
		}
	};
	await expect.poll(() => places.some(holds), { timeout: 60_000 }).toBe(true);
}

test('a browser that is killed with fifty edits made without a connection brings each of them once', async () => {
	test.setTimeout(480_000 + offlineFor);
	const userData = mkdtempSync(join(tmpdir(), 'tegenwicht-browser-'));
	const server = await startServer();
	const host = server.visitor();
	const { id, links } = await host.start(demo);
	const before = await measuresOf(server, host.cookie, id);

	const first = await open(userData);
	const [page = await first.newPage()] = first.pages();
	await page.goto(server.origin + links.participant);
	await page.getByLabel(/^Uw naam/).fill('Anna');
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await expectSaved(page);
	await cookieIsOnDisk(userData);
	await first.setOffline(true);
	const titles = Array.from({ length: edits }, (_, index) => `Zonder verbinding ${index + 1}`);
	const began = performance.now();
	for (const [index, title] of titles.entries()) {
		await addMeasure(page, title);
		const next = began + (offlineFor / edits) * (index + 1);
		// The passing of time without a connection is what is tried here.
		await page.waitForTimeout(Math.max(0, next - performance.now()));
	}
	await expect(page.getByText(onDevice).first()).toBeVisible();
	const gone = first.waitForEvent('close');
	process.kill(processOf(userData), 'SIGKILL');
	await gone;
	expect(await measuresOf(server, host.cookie, id)).toEqual(before);

	const second = await open(userData);
	const [again = await second.newPage()] = second.pages();
	await again.goto(`${server.origin}/w/${id}/arena`);
	await expect
		.poll(async () => (await measuresOf(server, host.cookie, id)).length, { timeout: 30_000 })
		.toBe(before.length + titles.length);
	await expectSaved(again);
	const now = await measuresOf(server, host.cookie, id);
	for (const title of titles) expect(now.filter((one) => one === title)).toHaveLength(1);
	await second.close();
	await server.stop();
	rmSync(userData, { recursive: true, force: true });
});
