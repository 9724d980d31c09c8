import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type Page, chromium, expect, test } from '@playwright/test';
import { browserSettings } from '../../playwright.config.ts';
import { startServer, type RunningServer } from '../server/running-server.ts';
import { FaultProxy } from '../trust/fault-proxy.ts';
import { smallDisk } from '../trust/small-disk.ts';
import { demo, expectSaved, visit } from './support.ts';

const onDevice = 'Staat op uw apparaat';

async function addMeasure(page: Page, title: string): Promise<void> {
	await page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await page.getByLabel(/^Wat doen we/).fill(title);
	await page.getByRole('button', { name: 'Klaar' }).click();
}

async function measuresOf(server: RunningServer, cookie: string | undefined, id: string) {
	const visitor = server.visitor();
	visitor.cookie = cookie;
	const { json } = await visitor.get(`/api/workshops/${id}/file`);
	return json.measures.map(({ title }: { title: string }) => title) as string[];
}

test('on a network that swallows everything the screen never says saved, and it does when all is', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const server = await startServer();
	const proxy = await FaultProxy.before(Number(new URL(server.origin).port));
	const host = server.visitor();
	const { id, links } = await host.start(demo);
	const address = `http://127.0.0.1:${proxy.port}`;
	const anna = await visit(browser, address + links.participant, { name: 'Anna' });
	await expectSaved(anna.page);

	proxy.fail('down', { kind: 'black-hole' });
	await addMeasure(anna.page, 'Het antwoord kwam nooit aan');
	const saved = anna.page.getByText('Opgeslagen', { exact: true });
	await expect(saved).toHaveCount(0);
	await expect(anna.page.getByText(onDevice).first()).toBeVisible();
	await addMeasure(anna.page, 'Dit ging nooit weg');
	await expect(saved).toHaveCount(0);
	proxy.heal();
	await expectSaved(anna.page);
	expect(await measuresOf(server, host.cookie, id)).toEqual(
		expect.arrayContaining(['Het antwoord kwam nooit aan', 'Dit ging nooit weg'])
	);
	await anna.close();
	await proxy.close();
	await server.stop();
});

test('on a full disk the screen says that edits are on this device, until there is room', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const disk = smallDisk(260);
	test.skip(!disk, 'Not run: only root can make a small disk here.');
	if (!disk) return;
	const server = await startServer({}, join(disk.directory, 'data'));
	const host = server.visitor();
	const { id, links } = await host.start(demo);
	const anna = await visit(browser, server.origin + links.participant, { name: 'Anna' });
	await expectSaved(anna.page);

	disk.fill();
	await anna.page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await anna.page.getByLabel(/^Wat doen we/).fill('Zonder plaats');
	await expect(anna.page.getByText(onDevice).first()).toBeVisible();
	await anna.page.getByRole('button', { name: 'Klaar' }).click();
	disk.clear();
	await expectSaved(anna.page);
	expect(await measuresOf(server, host.cookie, id)).toContain('Zonder plaats');
	await anna.close();
	await server.stop();
	disk.discard();
});

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
	test.setTimeout(480_000);
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
	const titles = Array.from({ length: 50 }, (_, index) => `Zonder verbinding ${index + 1}`);
	for (const title of titles) await addMeasure(page, title);
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
