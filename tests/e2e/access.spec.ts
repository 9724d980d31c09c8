import { expect, test } from '@playwright/test';
import { flawsInEveryTheme, sizes, themes } from './flaws.ts';
import { everyScreen, open } from './screens.ts';
import { demo, startWorkshop } from './support.ts';

// Without motion: a colour that is still on its way to another would be judged.
test.use({ reducedMotion: 'reduce' });

for (const language of ['nl', 'en'] as const) {
	for (const { name, width, height } of sizes) {
		test(`every screen is accessible in ${language} on a ${name}`, async ({ page, baseURL }) => {
			test.setTimeout(420_000);
			await page.setViewportSize({ width, height });
			await page.context().addCookies([{ name: 'language', value: language, url: baseURL }]);
			const found: Record<string, string[]> = {};
			for (const path of await everyScreen(page.request)) {
				await open(page, path);
				expect(await page.getAttribute('html', 'lang')).toBe(language);
				const wrong = await flawsInEveryTheme(page);
				if (wrong.length > 0) found[path] = wrong;
			}
			expect(found).toEqual({});
		});
	}
}

for (const theme of themes) {
	test(`a screen comes in the theme that was chosen: ${theme}`, async ({ page, baseURL }) => {
		await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL }]);
		await open(page, '/');
		expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
	});
}

test('a screen that waits for the server says so, until it is there', async ({ page }) => {
	const { id } = await startWorkshop(page.request, demo);
	let answer = () => {};
	const held = new Promise<void>((resolve) => (answer = resolve));
	await page.route(`**/api/workshops/${id}`, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`/w/${id}/matrix`);
	const waiting = page.getByText('De werksessie wordt opgehaald…').first();
	await expect(waiting).toBeVisible();
	answer();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('.waiting')).toBeHidden();
});

test('what opens on the arena is accessible too', async ({ page }) => {
	test.setTimeout(120_000);
	const { id } = await startWorkshop(page.request, demo);
	const found: Record<string, string[]> = {};
	const opened: [string, () => Promise<void>][] = [
		['effect', () => page.getByRole('button', { name: 'Minder crisisopnames' }).first().click()],
		['measure', () => page.getByRole('button', { name: 'Extra toezicht' }).first().click()],
		['party', () => page.getByRole('button', { name: 'Gemeente Waterhoven' }).first().click()],
		['add', () => page.getByRole('button', { name: 'Effect toevoegen' }).first().click()],
		[
			'questions',
			() => page.getByRole('button', { name: /vragen van de criticus bij Bewoners/ }).click()
		],
		['people', () => page.getByRole('button', { name: 'U bent hier alleen' }).click()],
		[
			'library',
			async () => {
				await page.getByRole('button', { name: 'Kaart toevoegen' }).click();
				await page.getByRole('menuitem', { name: 'Kies uit de bibliotheek' }).click();
			}
		]
	];
	for (const [name, press] of opened) {
		await open(page, `/w/${id}/arena`);
		await press();
		const wrong = await flawsInEveryTheme(page);
		if (wrong.length > 0) found[name] = wrong;
	}
	expect(found).toEqual({});
});

test('no screen asks anything of another host', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ baseURL });
	const page = await context.newPage();
	const hosts = new Set<string>();
	page.on('request', (request) => hosts.add(new URL(request.url()).host));
	page.on('websocket', (socket) => hosts.add(new URL(socket.url()).host));
	const { id, links } = await startWorkshop(context.request, demo);
	for (const path of [
		'/',
		links.participant,
		`/w/${id}/arena`,
		`/w/${id}/critic`,
		`/w/${id}/settings`
	]) {
		await open(page, path);
	}
	hosts.delete('');
	expect([...hosts]).toEqual([new URL(baseURL ?? '').host]);
	await context.close();
});

test('no screen writes an error in the console', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ baseURL });
	const page = await context.newPage();
	const errors: string[] = [];
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	page.on('pageerror', (error) => errors.push(error.message));
	const { id, links } = await startWorkshop(context.request, demo);
	for (const path of [
		'/',
		links.participant,
		`/w/${id}/arena`,
		`/w/${id}/critic`,
		`/w/${id}/settings`
	]) {
		await open(page, path);
	}
	expect(errors).toEqual([]);
	await context.close();
});
