import AxeBuilder from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';
import { giveFigures } from './figures.ts';
import { demo, startWorkshop } from './support.ts';

const themes = ['light', 'dark', 'contrast'] as const;
const sizes = [
	{ name: 'laptop', width: 1440, height: 900 },
	{ name: 'phone', width: 360, height: 640 }
];

/** Opens the screen and waits until its own contents are there. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading').first()).toBeVisible();
	await page.waitForLoadState('networkidle');
}

async function violations(page: Page): Promise<string[]> {
	const { violations: found } = await new AxeBuilder({ page }).analyze();
	return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
}

for (const language of ['nl', 'en'] as const) {
	for (const theme of themes) {
		test(`every screen is accessible in ${language}, ${theme}`, async ({ browser, baseURL }) => {
			test.setTimeout(400_000);
			const context = await browser.newContext({ baseURL });
			await context.addCookies(
				Object.entries({ language, theme }).map(([name, value]) => ({ name, value, url: baseURL }))
			);
			const started = await startWorkshop(context.request, demo);
			await giveFigures(context.request, started.id);
			const empty = await startWorkshop(context.request, { title: 'Leeg' });
			const found: Record<string, string[]> = {};
			const page = await context.newPage();
			for (const { name, width, height } of sizes) {
				await page.setViewportSize({ width, height });
				const paths = [
					'/',
					started.links.participant,
					`/w/${started.id}/arena`,
					`/w/${empty.id}/arena`,
					`/w/${started.id}/area?area=BU05990110`,
					`/w/${empty.id}/area`,
					`/w/${started.id}/focus`,
					`/w/${started.id}/critic`,
					`/w/${empty.id}/critic`,
					`/w/${started.id}/critic#edit.indicator.housing-costs.observations`,
					`/w/${started.id}/matrix`,
					`/w/${started.id}/scenarios`,
					`/w/${empty.id}/scenarios`,
					`/w/${started.id}/result`,
					`/w/${empty.id}/result`,
					`/w/${started.id}/forecast`,
					`/w/${started.id}/monitor`,
					`/w/${started.id}/challenges`,
					`/w/${empty.id}/challenges`,
					`/w/${started.id}/premortem`,
					`/w/${started.id}/experiments`,
					`/w/${started.id}/settings`,
					started.links.workspace
				];
				for (const path of paths) {
					await open(page, path);
					expect(await page.getAttribute('html', 'lang')).toBe(language);
					expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
					const key = `${name} ${path.replace(/#.*/, '')}`;
					const wrong = await violations(page);
					if (wrong.length > 0) found[key] = wrong;
					const sideways = await page.evaluate(
						() => document.documentElement.scrollWidth - document.documentElement.clientWidth
					);
					if (sideways > 0) found[`${key} scrolls sideways`] = [`${sideways} px`];
				}
			}
			expect(found).toEqual({});
			await context.close();
		});
	}
}

for (const theme of themes) {
	test(`what opens on the arena is accessible too, ${theme}`, async ({ page, baseURL }) => {
		test.setTimeout(120_000);
		await page.context().addCookies([{ name: 'theme', value: theme, url: baseURL }]);
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
			const wrong = await violations(page);
			if (wrong.length > 0) found[name] = wrong;
		}
		expect(found).toEqual({});
	});
}

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
