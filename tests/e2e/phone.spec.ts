import { type Browser, type Page, expect, test } from '@playwright/test';
import { demo, startWorkshop } from './support.ts';
import { fillEstimate, give } from './session-support.ts';

const small = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const mostBytes = 70_000;

async function joinByPhone(browser: Browser, link: string, id: string): Promise<Page> {
	const page = await (await browser.newContext(small)).newPage();
	await page.goto(link);
	await page.getByRole('button', { name: 'Doe mee' }).tap();
	await page.waitForURL(/\/w\//);
	await page.goto(`/w/${id}/phone`);
	return page;
}

test('what is sent without a connection survives a reload and arrives once', async ({
	browser,
	request
}) => {
	test.setTimeout(90_000);
	const { id, links } = await startWorkshop(request, demo);
	const page = await joinByPhone(browser, links.participant, id);
	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	const { roundId } = await give(request, id, asked);
	await expect(page.getByRole('heading', { name: 'Minder crisisopnames: hoeveel?' })).toBeVisible();

	const sent: string[] = [];
	page.on('request', (one) => {
		if (one.url().endsWith('/commands')) sent.push(one.postDataJSON().id);
	});
	await page.route('**/api/**', (route) => route.abort());
	await page.evaluate(() => window.dispatchEvent(new Event('offline')));
	await expect(page.getByText('Geen verbinding.')).toBeVisible({ timeout: 3000 });
	await fillEstimate(page, ['1', '2', '5']);
	await page.getByRole('button', { name: 'Verstuur blind' }).tap();
	await expect(page.getByText('Staat op uw apparaat. Nog niet verstuurd.')).toBeVisible();
	await page.reload();
	await expect(page.getByText('Staat op uw apparaat. Nog niet verstuurd.')).toBeVisible();
	expect(await readyCount()).toBe(0);

	await page.unroute('**/api/**');
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible({ timeout: 20_000 });
	expect(await readyCount()).toBe(1);
	expect(new Set(sent).size).toBe(1);
	await page.context().close();

	async function readyCount(): Promise<number> {
		const session = await (await request.get(`/api/workshops/${id}/session`)).json();
		return session.rounds.find((round: { id: string }) => round.id === roundId).ready;
	}
});

test('what is typed and not sent is still there when the page is loaded again', async ({
	browser,
	request
}) => {
	const { id, links } = await startWorkshop(request, demo);
	const page = await joinByPhone(browser, links.participant, id);
	await give(request, id, { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 });
	await page.getByLabel('Waarschijnlijk').fill('12,5');
	await page.reload();
	await expect(page.getByLabel('Waarschijnlijk')).toHaveValue('12,5');
	await page.getByRole('button', { name: 'Verstuur blind' }).tap();
	await expect(page.getByText('Vul ook laagste en hoogste in.', { exact: false })).toBeVisible();
	await page.getByRole('button', { name: 'Weet ik niet' }).tap();
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible();
	await page.context().close();
});

test('the page of the phone carries little and fits at twice the text', async ({
	browser,
	request
}) => {
	const { id, links } = await startWorkshop(request, demo);
	const joined = await joinByPhone(browser, links.participant, id);
	await give(request, id, { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 });
	const page = await (
		await browser.newContext({ ...small, storageState: await joined.context().storageState() })
	).newPage();
	const sizes: Promise<number>[] = [];
	page.on('requestfinished', (one) => {
		if (!new URL(one.url()).pathname.endsWith('.js')) return;
		sizes.push(one.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await page.goto(`/w/${id}/phone`);
	await expect(page.getByRole('heading', { name: 'Minder crisisopnames: hoeveel?' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Weet ik niet' })).toBeVisible();
	const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
	expect(bytes).toBeGreaterThan(20_000);
	expect(bytes).toBeLessThanOrEqual(mostBytes);

	await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	expect(sideways).toBeLessThanOrEqual(0);
	await page.getByRole('button', { name: 'Weet ik niet' }).tap();
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible();
	await Promise.all([page.context().close(), joined.context().close()]);
});

test('a vote is cast by phone, and its counts are hidden until it is closed', async ({
	browser,
	request
}) => {
	const { id, links } = await startWorkshop(request, demo);
	const page = await joinByPhone(browser, links.participant, id);
	const asked = { type: 'open-vote', kind: 'stance', question: 'Wij beginnen klein' };
	const { voteId } = await give(request, id, asked);
	await page.getByRole('button', { name: 'Oneens' }).tap();
	await expect(page.getByRole('button', { name: 'Oneens' })).toHaveCount(0);
	const open = await (await request.get(`/api/workshops/${id}/session`)).json();
	expect(open.votes[0]).toMatchObject({ cast: 1, counts: null });
	await give(request, id, { type: 'close-vote', voteId });
	const closed = await (await request.get(`/api/workshops/${id}/session`)).json();
	expect(closed.votes[0].counts).toMatchObject({ disagree: 1 });
	await page.context().close();
});
