import { type Locator, type Page, expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop } from './support.ts';

const second = { timeout: 1_000 };

/** Opens the critic's screen with one scenario chosen, and waits until the meter has measured it. */
async function openMeter(page: Page, id: string, scenario = 'Mensen eerst'): Promise<void> {
	await page.goto(`/w/${id}/critic`);
	await page.getByLabel('Scenario').selectOption({ label: scenario });
	await expect(page.getByText(`Scenario ${scenario}`)).toBeVisible();
	await expect(page.locator('[data-flag]').first()).toBeVisible();
	const more = page.locator('section', { has: page.locator('#flags-title') });
	const button = more.getByRole('button', { name: /^Toon er nog/ });
	while (await button.isVisible()) await button.click();
}

function flag(page: Page, name: string): Locator {
	return page.locator(`[data-flag="${name}"]`);
}

/** The place that is asked about has the focus: it, or a control in it. */
async function expectFocusIn(page: Page, field: string): Promise<void> {
	await expect
		.poll(
			() =>
				page.evaluate((wanted) => {
					const asks = document.activeElement?.closest('[data-asks]');
					const names = asks?.getAttribute('data-asks')?.split(' ') ?? [];
					return names.some((name) => wanted === name || wanted.startsWith(`${name}.`));
				}, field),
			`the focus is in ${field} at ${page.url()}`
		)
		.toBe(true);
}

test('the meter splits the promise in three, and every part says what is in it', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await openMeter(page, id);
	await expect(
		page.getByText(/^Van elke €\s100 beloofde baat is €\s[78]\d een wens\.$/)
	).toBeVisible();
	const wish = page.locator('summary', { hasText: /^\s*wens/ });
	await wish.focus();
	await page.keyboard.press('Enter');
	const inWish = page.getByRole('link', { name: 'Bewoners durven in de avond weer naar buiten' });
	await expect(inWish.first()).toBeVisible();
	await page.getByText('Na correctie', { exact: true }).click();
	await expect(page.getByText(/blijft €\s1,\d\smln over na de aftrek/)).toBeVisible();
});

test('every flag leads to the field where its cause stands', async ({ page }) => {
	test.setTimeout(240_000);
	const { id } = await startWorkshop(page.request, demo);
	await openMeter(page, id);
	const flags = page.locator('[data-flag]');
	await expect.poll(() => flags.count()).toBeGreaterThan(8);
	const doors = await flags.evaluateAll((all) =>
		all.map((one) => ({
			name: one.getAttribute('data-flag') ?? '',
			href: one.querySelector('a')?.getAttribute('href') ?? ''
		}))
	);
	for (const { name, href } of doors) {
		// From another screen each time, as the same address twice would be no step at all.
		await page.goto('/');
		await page.goto(href);
		const [, , ...field] = (href.split('#')[1] ?? '').replace(/^edit\./, '').split('.');
		// Cards open over the arena; figures and causes stand on the screen where is zoomed in on them.
		if (!href.includes('/focus#'))
			await expect(page.getByRole('dialog'), `${name} ${href}`).toBeVisible();
		if (field.length > 0) await expectFocusIn(page, field.join('.'));
	}
});

test('removing the cause removes the flag, its question and its triangle within a second', async ({
	page,
	context
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await openMeter(page, id);
	const arena = await context.newPage();
	await arena.goto(`/w/${id}/arena#effect.evening-out.evidence.level`);
	const dialog = arena.getByRole('dialog');
	const question = dialog.getByText('Waar komt deze verwachting vandaan', { exact: false });
	await expect(question).toBeVisible();
	await expectFocusIn(arena, 'evidence.level');
	await expect(flag(page, 'E01')).toBeVisible();
	await expect(flag(page, 'no-evidence')).toBeVisible();

	await dialog.getByText('Gemeten voor en na', { exact: false }).click();
	await expect(question).toBeHidden(second);
	await expect(flag(page, 'E01')).toHaveCount(0, second);
	await expect(flag(page, 'no-evidence')).toHaveCount(0, second);
	await expectSaved(arena);
});

test('a question is taken over as a challenge, or set aside with a reason that everybody can read', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/critic`);
	const heading = page.locator('#question-title');
	const first = (await heading.textContent()) ?? '';
	await page.getByRole('button', { name: 'Neem over als tegenspraak' }).click();
	await expect(page.getByLabel('Uw vraag aan de groep')).toHaveValue(first);
	await page.getByRole('button', { name: 'Stel deze vraag aan de groep' }).click();
	await expect(page.getByText('Overgenomen als tegenspraak').first()).toBeHidden();
	const handled = page.getByText(/overgenomen, beantwoord of opzijgelegd/);
	await handled.click();
	await page.getByRole('link', { name: first }).last().click();
	await expect(page.getByText('Tegenspraak, wacht op antwoord.').first()).toBeVisible();

	await page.getByRole('link', { name: 'Volgende vraag' }).click();
	await page.getByRole('button', { name: 'Leg opzij' }).click();
	const send = page.getByRole('button', { name: 'Leg opzij met deze reden' });
	await expect(send).toBeDisabled();
	await page.getByLabel('Waarom telt deze vraag hier niet?').fill('Dat is vorig jaar uitgezocht.');
	const address = page.url();
	await send.click();
	await expect(send).toBeHidden();
	await page.goto(address);
	await expect(page.getByText('Dat is vorig jaar uitgezocht.')).toBeVisible();
});

test('the triangle on a card is reached by keyboard and opens what is asked of that card', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/arena`);
	const card = page.locator('[data-place="effect:evening-out"]');
	const mark = card.getByRole('button', { name: /vragen van de criticus/ });
	await expect(mark).toBeVisible();
	await card.locator('.open').focus();
	await page.keyboard.press('Tab');
	await expect(mark).toBeFocused();
	await page.keyboard.press('Enter');
	const panel = page.getByRole('dialog', { name: /^Vragen bij/ });
	await expect(panel).toBeVisible();
	await panel
		.getByRole('button', { name: /^Ga naar het veld/ })
		.first()
		.click();
	await expect(page.getByRole('dialog', { name: /durven in de avond/ })).toBeVisible();
	await expectFocusIn(page, 'deadweight');
});

test('whoever comes from a question goes back to it by closing the card', async ({ page }) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/critic`);
	await page
		.getByRole('link', { name: /^Ga naar/ })
		.first()
		.click();
	await page.waitForURL(/\/arena/);
	await page.getByRole('button', { name: 'Klaar' }).click();
	await page.waitForURL(/\/critic/);
	await expect(page.locator('#question-title')).toBeVisible();
});

test('a group draws its own line, and the critic follows it', async ({ page }) => {
	const { id } = await startWorkshop(page.request, demo);
	const question = `/w/${id}/critic#M03.effect.fewer-reports.amount`;
	await page.goto(question);
	await expect(page.locator('#question-title')).toContainText('Zoveel zekerheid');
	await page.goto(`/w/${id}/settings`);
	await page.locator('#thresholds summary', { hasText: 'Hoeveel' }).click();
	const field = page.getByLabel('Hoe breed moet de bandbreedte minstens zijn?');
	await field.fill('0%');
	await field.press('Enter');
	await expectSaved(page);
	await page.goto(question);
	await expect(page.getByRole('heading', { name: 'Deze vraag is weg' })).toBeVisible();
});
