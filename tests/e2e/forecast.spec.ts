import { createHash } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { flawsInEveryTheme, sizes } from './flaws.ts';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

type Scenario = { id: string; title: string; reviews: { date: string; indicatorIds: string[] }[] };

/** The scenario of the demo that looks back somewhere. */
async function reviewed(request: APIRequestContext, id: string): Promise<Scenario> {
	const file = await (await request.get(`/api/workshops/${id}/file`)).json();
	return file.scenarios.find(({ reviews }: Scenario) => reviews.length > 0);
}

async function give(request: APIRequestContext, id: string, command: object): Promise<void> {
	const data = { id: crypto.randomUUID(), ...command };
	const response = await request.post(`/api/workshops/${id}/commands`, { data });
	expect(response.status(), await response.text()).toBe(200);
}

test('what a group expects is stated, signed, sealed with a typed reason, and cannot be changed', async ({
	page,
	browser
}) => {
	test.setTimeout(180_000);
	const { id, links } = await startWorkshop(page.request, demo);
	const scenario = await reviewed(page.request, id);
	await page.goto(`/w/${id}/forecast`);
	await page.getByLabel('Scenario').selectOption(scenario.id);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('nog niet gezegd');

	await page
		.getByRole('button', { name: /^Zeg wat u verwacht/ })
		.first()
		.click();
	const dialog = page.getByRole('dialog');
	const expected = dialog.getByRole('group', { name: 'Wat verwacht u met dit plan?' });
	await expected.getByLabel('Laagste').fill('6,4');
	await expected.getByLabel('Waarschijnlijk').fill('6,6');
	await expected.getByLabel('Hoogste').fill('6,2');
	await dialog.getByRole('button', { name: 'Zeg wat u verwacht' }).click();
	await expect(dialog.getByText('Zet de drie waarden op volgorde')).toBeVisible();
	await expected.getByLabel('Hoogste').fill('6,9');
	await dialog.getByRole('button', { name: 'Zeg wat u verwacht' }).click();
	await expect(page.getByText('tussen 6,4 en 6,9, waarschijnlijk 6,6 (80% zeker)')).toBeVisible();

	const bea = await visit(browser, links.participant, { name: 'Bea' });
	await bea.page.goto(`/w/${id}/forecast`);
	await bea.page.getByLabel('Scenario').selectOption(scenario.id);
	await bea.page.getByText('Eens, met zorg').click();
	await bea.page.getByLabel('Waarom?').fill('De planning is krap.');
	await bea.page.getByRole('button', { name: 'Geef uw antwoord' }).click();
	await expect(page.getByText('De planning is krap.')).toBeVisible();
	await expect(bea.page.getByRole('button', { name: 'Zet vast' })).toHaveCount(0);

	await page.getByRole('button', { name: 'Zet vast' }).click();
	await dialog.getByRole('button', { name: 'Zet vast' }).click();
	await expect(dialog.getByText('Er zijn zware vragen zonder antwoord.')).toBeVisible();
	await dialog.getByLabel('Waarom zet u toch vast?').fill('De wethouder wil beginnen.');
	await dialog.getByRole('button', { name: 'Zet vast' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Vastgezet op');
	await expect(bea.page.getByRole('heading', { level: 2, name: 'Niemand kan' })).toBeVisible();
	await expect(page.getByText('De wethouder wil beginnen.')).toBeVisible();

	const exported = await page.request.get(`/api/workshops/${id}/forecasts/1`);
	const text = await exported.text();
	const content = text.slice(
		text.indexOf('"content":') + '"content":'.length,
		text.lastIndexOf('}')
	);
	const { sha256 } = JSON.parse(text);
	expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
	await expect(page.getByText(sha256)).toBeVisible();
	for (const method of ['put', 'patch', 'delete'] as const) {
		for (const request of [page.request, bea.page.request]) {
			const refused = await request[method](`/api/workshops/${id}/forecasts/1`, { data: {} });
			expect(refused.status()).toBe(409);
		}
	}
	expect(await (await page.request.get(`/api/workshops/${id}/forecasts/1`)).text()).toBe(text);
	await bea.close();
});

test('a measurement is held against what was sealed, and everybody sees it', async ({
	page,
	browser
}) => {
	test.setTimeout(120_000);
	const { id, links } = await startWorkshop(page.request, demo);
	const scenario = await reviewed(page.request, id);
	const [indicatorId] = scenario.reviews[0]!.indicatorIds;
	await give(page.request, id, {
		...{ type: 'set-expectation', indicatorId, date: '2026-03-01', baseline: 6.5 },
		...{ expected: { low: 6.4, likely: 6.6, high: 6.9 }, confidence: 0.8 }
	});
	await give(page.request, id, {
		...{ type: 'seal-forecast', scenarioId: scenario.id, reason: 'Wij beginnen.' }
	});
	const bea = await visit(browser, links.observer);
	await bea.page.goto(`/w/${id}/monitor`);
	await expect(bea.page.getByRole('heading', { level: 1 })).toContainText(
		'Er is nog niets gemeten'
	);
	await expect(bea.page.getByText('tijd om te meten').first()).toBeVisible();

	await page.goto(`/w/${id}/monitor`);
	await page.getByRole('button', { name: 'Voeg een meting toe' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel('Over welke periode?').fill('K1 2026');
	await dialog.getByLabel('Gemeten waarde').fill('6,3');
	await dialog.getByLabel('Waar komt dit vandaan?').fill('Wijkenquête 2026');
	await dialog.getByRole('button', { name: 'Voeg een meting toe' }).click();
	for (const screen of [page, bea.page]) {
		await expect(
			screen.getByRole('heading', { level: 2, name: /lager dan verwacht/ })
		).toBeVisible();
		await expect(screen.getByRole('cell', { name: /6,3/ })).toBeVisible();
	}
	await expect(page.getByText('1 uitkomst. Vanaf 10')).toBeVisible();
	await expectSaved(page);
	await bea.close();
});

test('measurements come out of a file with comma decimals, and out of the figures here', async ({
	page
}) => {
	test.setTimeout(120_000);
	const { id } = await startWorkshop(page.request, demo);
	const scenario = await reviewed(page.request, id);
	for (const indicatorId of ['nuisance', 'fear']) {
		await give(page.request, id, {
			...{ type: 'set-expectation', indicatorId, date: '2026-03-01', baseline: 6.5 },
			...{ expected: { low: 6.4, likely: 6.6, high: 6.9 }, confidence: 0.8 }
		});
	}
	await give(page.request, id, {
		...{ type: 'seal-forecast', scenarioId: scenario.id, reason: 'Wij beginnen.' }
	});
	await page.goto(`/w/${id}/monitor`);
	await page.getByRole('button', { name: 'Haal metingen op' }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByText('Overlastmeldingen, K1 2026: 6,1')).toBeVisible();

	const table = [
		'gebied;indicator;periode;waarde',
		'Molenwijk;overlastmeldingen;2026-03;6,45',
		'Havenkwartier;overlastmeldingen;2025-03;5,0',
		'Havenkwartier;overlastmeldingen;2026-03;4,8',
		'Molenwijk;Angst in de buurt;2026-03;18,5'
	].join('\n');
	await dialog.locator('input[type=file]').setInputFiles({
		...{ name: 'meting-2026.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
	});
	await expect(dialog.getByText('Overlastmeldingen, maart 2026: 6,45')).toBeVisible();
	await expect(dialog.getByText('Havenkwartier: van 5 naar 4,8')).toBeVisible();
	await dialog.getByLabel('Angst in de buurt').selectOption('Bang in de eigen buurt');
	await expect(dialog.getByText('Bang in de eigen buurt, maart 2026: 18,5')).toBeVisible();
	expect(await flawsInEveryTheme(page)).toEqual([]);
	await dialog.getByRole('button', { name: /^Voeg \d+ metingen toe/ }).click();
	await expect(dialog).toBeHidden();
	await expect(page.getByRole('cell', { name: /6,45/ })).toContainText('uit een bestand');
	await expect(page.getByRole('cell', { name: /6,45/ })).toContainText('meting-2026.csv');
	await expect(page.getByRole('cell', { name: /18,5/ })).toBeVisible();
	await expect(page.getByText(/Ook gemeten.*K1 2026: 6,1/)).toBeVisible();
	await expectSaved(page);
});

test('every screen of looking back is accessible when there is something on it', async ({
	page,
	baseURL
}) => {
	test.setTimeout(240_000);
	const { id } = await startWorkshop(page.request, demo);
	const scenario = await reviewed(page.request, id);
	for (const date of ['2026-03-01', '2026-06-01']) {
		await give(page.request, id, {
			...{ type: 'set-expectation', indicatorId: 'nuisance', date, baseline: 5.9 },
			...{ expected: { low: 5, likely: 5.2, high: 5.5 }, confidence: 0.8 },
			withoutPlan: { low: 5.6, likely: 5.8, high: 6 }
		});
		await give(page.request, id, {
			...{ type: 'seal-forecast', scenarioId: scenario.id, reason: 'Wij beginnen.' }
		});
	}
	const measured = { indicatorId: 'nuisance', source: 'Eigen meting', explanation: '' };
	await give(page.request, id, {
		type: 'add-measurements',
		measurements: [
			{ ...measured, period: '2026-03', value: 5.3, comparison: { before: 6.1, after: 6 } },
			{ ...measured, period: '2026-05', value: 5.7, comparison: null },
			{ ...measured, period: '2026-06', value: 5.8, comparison: null }
		]
	});
	const found: Record<string, string[]> = {};
	for (const { name, width, height } of sizes) {
		await page.setViewportSize({ width, height });
		for (const language of ['nl', 'en']) {
			await page.context().addCookies([{ name: 'language', value: language, url: baseURL }]);
			for (const path of ['forecast', 'forecast/compare', 'monitor']) {
				await page.goto(`/w/${id}/${path}`);
				await page.waitForLoadState('networkidle');
				const wrong = await flawsInEveryTheme(page);
				if (wrong.length > 0) found[`${path} ${language} ${name}`] = wrong;
			}
		}
	}
	expect(found).toEqual({});
});
