import { type Browser, type Page, expect, test } from '@playwright/test';
import { demo, startWorkshop, visit } from './support.ts';
import { give } from './session-support.ts';

const small = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

async function onPhone(browser: Browser, link: string, id: string): Promise<Page> {
	const { page } = await visit(browser, link, small);
	await page.goto(`/w/${id}/phone`);
	return page;
}

test('cards for a pre-mortem are written on the phone, hidden until all are shown', async ({
	browser,
	request
}) => {
	const { id, links } = await startWorkshop(request, demo);
	const page = await onPhone(browser, links.participant, id);
	await give(request, id, { type: 'set-phase', phase: 'premortem' });
	await give(request, id, { type: 'open-premortem', year: 2029, minutes: 5 });
	await expect(page.getByRole('heading', { name: 'Het is 2029 en het is mislukt.' })).toBeVisible();
	await page.getByLabel('Waarom is het mislukt?').fill('De buurt was niet');
	await page.reload();
	await expect(page.getByLabel('Waarom is het mislukt?')).toHaveValue('De buurt was niet');
	for (const text of ['De buurt was niet gevraagd', 'Het geld was op']) {
		await page.getByLabel('Waarom is het mislukt?').fill(text);
		await page.getByRole('button', { name: 'Lever deze kaart in' }).tap();
	}
	await page.getByRole('button', { name: 'Haal terug: Het geld was op' }).tap();
	await expect(page.getByText('1 persoon leverde een kaart in')).toBeVisible();
	await page.reload();
	await expect(page.getByText('De buurt was niet gevraagd')).toBeVisible();
	await expect(page.getByText('Het geld was op')).toHaveCount(0);
	const hidden = await (await request.get(`/api/workshops/${id}/session`)).text();
	expect(hidden).not.toContain('niet gevraagd');

	await give(request, id, { type: 'reveal-premortem' });
	await expect(page.getByText('Er is 1 kaart.')).toBeVisible();
	await expect(page.getByText('De buurt was niet gevraagd')).toBeVisible();
	await page.context().close();
});

test('a question about a card is asked on the phone, also without a connection', async ({
	browser,
	request
}) => {
	const { id, links } = await startWorkshop(request, demo);
	const page = await onPhone(browser, links.participant, id);
	await give(request, id, { type: 'set-phase', phase: 'challenge' });
	await page
		.getByLabel('Waarover gaat uw vraag?')
		.selectOption({ label: 'Buurthuiskamer vijf dagen open' });
	await page.getByRole('button', { name: 'Stel deze vraag' }).tap();
	await expect(page.getByText('Schrijf uw vraag.')).toBeVisible();
	await page.route('**/api/**', (route) => route.abort());
	await page.evaluate(() => window.dispatchEvent(new Event('offline')));
	await page.getByRole('textbox', { name: 'Uw vraag' }).fill('Komt daar wel iemand?');
	await page.getByText('Moet beantwoord zijn').tap();
	await page.getByRole('button', { name: 'Stel deze vraag' }).tap();
	await expect(page.getByText('Uw vraag staat op uw apparaat')).toBeVisible();
	await page.unroute('**/api/**');
	await expect(page.getByText('Uw vraag staat bij iedereen op het scherm.')).toBeVisible({
		timeout: 20_000
	});
	const { challenges } = await (await request.get(`/api/workshops/${id}/session`)).json();
	const asked = challenges.filter(({ text }: { text: string }) => text === 'Komt daar wel iemand?');
	expect(asked).toHaveLength(1);
	expect(asked[0]).toMatchObject({ severity: 3, target: { kind: 'measure' } });

	await page.getByLabel('Waarover gaat uw vraag?').selectOption({ label: 'Het hele plan' });
	await page.getByRole('textbox', { name: 'Uw vraag' }).fill('Wie begint er?');
	await page.getByRole('button', { name: 'Stel deze vraag' }).tap();
	await expect
		.poll(async () => (await (await request.get(`/api/workshops/${id}/session`)).json()).challenges)
		.toContainEqual(expect.objectContaining({ text: 'Wie begint er?' }));
	await page.context().close();
});
