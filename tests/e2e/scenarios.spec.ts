import { type Browser, type Page, expect, test } from '@playwright/test';
import { chosenIn } from '#lib/components/scenario/differences.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

// Several people on one machine take their time.
test.setTimeout(180_000);

/** Opens the scenarios of a workshop and waits until they are worked out. */
async function openScenarios(page: Page, id: string): Promise<void> {
	await page.goto(`/w/${id}/scenarios`);
	await expect(page.getByText(/^Uitgerekend met/)).toBeVisible({ timeout: 30_000 });
}

async function openOwn(page: Page): Promise<string> {
	const { id } = await startWorkshop(page.request, demo);
	await openScenarios(page, id);
	return id;
}

async function openTwice(browser: Browser, page: Page) {
	const { id, links } = await startWorkshop(page.request, demo);
	const anna = await visit(browser, links.participant);
	const bram = await visit(browser, links.participant);
	for (const person of [anna, bram]) await openScenarios(person.page, id);
	return { id, anna, bram };
}

async function fileOf(page: Page, id: string): Promise<WorkshopFile> {
	await expectSaved(page);
	return (await page.request.get(`/api/workshops/${id}/file`)).json();
}

/** The row of a scenario in the comparison. */
function scenario(page: Page, title: string) {
	const name = page.getByRole('rowheader').filter({ has: page.getByText(title, { exact: true }) });
	return page
		.getByRole('table', { name: /^Verschil met/ })
		.getByRole('row')
		.filter({ has: name });
}

async function act(page: Page, title: string, what: string): Promise<void> {
	await page.getByRole('button', { name: `Meer voor ${title}`, exact: true }).click();
	await page.getByRole('menuitem', { name: what }).click();
}

test('a copy is there within a second, also for others, and changing it never changes the original', async ({
	browser,
	page
}) => {
	const { id, anna, bram } = await openTwice(browser, page);
	const before = await fileOf(anna.page, id);
	const original = await scenario(anna.page, 'Mensen eerst').innerText();

	await anna.page.getByRole('button', { name: 'Meer voor Mensen eerst', exact: true }).click();
	const took = await anna.page.evaluate(async () => {
		const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
		const started = performance.now();
		items.find((one) => one.checkVisibility() && one.innerText.trim() === 'Kopieer')?.click();
		const isShown = () =>
			[...document.querySelectorAll('th')].some((one) => one.innerText.includes('Kopie van'));
		while (!isShown()) await new Promise(requestAnimationFrame);
		return performance.now() - started;
	});
	expect(took).toBeLessThan(1000);
	await expect(bram.page.getByLabel('Kopie van Mensen eerst', { exact: true })).toBeVisible();

	await act(anna.page, 'Kopie van Mensen eerst', 'Wijzig naam en keuzes');
	const editor = anna.page.getByRole('dialog');
	await editor.getByLabel('Naam van het scenario').fill('Kleiner');
	const part = (measure: string) => editor.getByRole('group', { name: measure });
	await part('Extra toezicht in de avond').getByLabel('Besluit').selectOption('absent');
	await part('Begeleiding en achtervang').getByLabel('Besluit').selectOption('pilot');
	await part('Buurthuiskamer').getByLabel('Omvang').fill('0,5');
	await anna.page.keyboard.press('Escape');
	await expect(scenario(anna.page, 'Kleiner')).toContainText('5 maatregelen, 1 als proef');
	await expect(scenario(anna.page, 'Mensen eerst')).toHaveText(original, { useInnerText: true });

	const after = await fileOf(anna.page, id);
	const copy = after.scenarios.find(({ title }) => title === 'Kleiner');
	expect(after.scenarios.filter((one) => one !== copy)).toEqual(before.scenarios);
	const chosen = copy && {
		gone: chosenIn(copy, 'enforcement').decided,
		pilot: chosenIn(copy, 'support').decided,
		half: chosenIn(copy, 'community-room').scale
	};
	expect(chosen).toEqual({ gone: 'absent', pilot: 'pilot', half: 0.5 });
	for (const person of [anna, bram]) await person.close();
});

test('what somebody else decides moves the numbers it touches, and nothing else', async ({
	browser,
	page
}) => {
	const { anna, bram } = await openTwice(browser, page);
	const [touched, other] = ['Mensen eerst', 'Stenen eerst'];
	const before = await scenario(bram.page, touched).innerText();
	const amounts = await scenario(bram.page, other).getByRole('cell').allInnerTexts();
	await act(anna.page, touched, 'Wijzig naam en keuzes');
	await anna.page
		.getByRole('group', { name: 'Wijkbeheerder' })
		.getByLabel('Besluit')
		.selectOption('later');
	await expect(scenario(bram.page, touched)).not.toHaveText(before, { useInnerText: true });
	await expect(scenario(bram.page, touched)).toContainText('5 maatregelen');
	const moved = await scenario(bram.page, other).getByRole('cell').allInnerTexts();
	expect(moved.slice(0, 4)).toEqual(amounts.slice(0, 4));
	for (const person of [anna, bram]) await person.close();
});

test('the table of choices lists only what differs', async ({ page }) => {
	const id = await openOwn(page);
	const { measures, scenarios } = await fileOf(page, id);
	const choices = page.getByRole('table', { name: /^Wat elk scenario/ });
	const listed = () => choices.getByRole('rowheader').allInnerTexts();
	const differing = (ids: readonly string[]) => {
		const shown = scenarios.filter((one) => ids.includes(one.id));
		return measures
			.filter(({ id: measure }) => {
				const said = shown.map((one) => JSON.stringify(chosenIn(one, measure)));
				return new Set(said).size > 1;
			})
			.map(({ title }) => title);
	};
	const all = ['bricks-first', 'people-first', 'together-small'];
	expect(await listed()).toEqual(differing(all));
	await act(page, 'Stenen eerst', 'Verwijder');
	await expect.poll(listed).toEqual(differing(all.slice(1)));
	expect(differing(all.slice(1)).length).toBeLessThan(measures.length);
	await page.getByLabel('Alleen wat verschilt').uncheck();
	expect(await listed()).toEqual(measures.map(({ title }) => title));
});

test('doing nothing is always first and cannot be removed; what is removed can be put back', async ({
	page
}) => {
	await openOwn(page);
	const names = page.getByRole('table', { name: /^Verschil met/ }).getByRole('rowheader');
	await expect(names.first()).toContainText('Niets doen');
	await expect(scenario(page, 'Niets doen').getByRole('button')).toHaveCount(0);
	for (const title of ['Stenen eerst', 'Mensen eerst', 'Samen en klein beginnen'])
		await act(page, title, 'Verwijder');
	await expect(names).toHaveText([/^\s*Niets doen/]);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Welke maatregelen horen bij elkaar?'
	);
	await page.getByRole('button', { name: 'Zet terug' }).click();
	await expect(names).toHaveText([/^\s*Niets doen/, /Samen en klein beginnen/]);
});

test('a scenario is made with a name, opens to be filled, and is the one that other screens show', async ({
	page
}) => {
	const id = await openOwn(page);
	await page.getByRole('button', { name: 'Maak een scenario' }).click();
	await page.getByRole('button', { name: 'Maak', exact: true }).click();
	await expect(page.getByText('Geef het scenario een naam')).toBeVisible();
	await page.getByLabel('Naam van het scenario').fill('Alles');
	await page.getByLabel('Begin met').selectOption('everything');
	await page.getByRole('button', { name: 'Maak', exact: true }).click();
	await expect(page.getByRole('dialog', { name: 'Scenario wijzigen' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(scenario(page, 'Alles')).toContainText('10 maatregelen');
	for (const screen of ['arena', 'matrix']) {
		await expectSaved(page);
		await page.goto(`/w/${id}/${screen}`);
		const shown = page.getByLabel('Scenario', { exact: true }).locator('option:checked');
		await expect(shown.or(page.getByRole('radio', { name: 'Alles', checked: true }))).toHaveCount(
			screen === 'arena' ? 2 : 1
		);
	}
});

test('an observer sees the comparison and can change nothing', async ({ browser, page }) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const observer = await visit(browser, links.observer);
	await openScenarios(observer.page, id);
	await expect(scenario(observer.page, 'Mensen eerst')).toContainText('6 maatregelen');
	await expect(observer.page.getByRole('button', { name: /^Meer voor/ })).toHaveCount(0);
	await expect(observer.page.getByRole('button', { name: 'Maak een scenario' })).toHaveCount(0);
	await observer.close();
});

test('what stands beside each other is still so after a reload', async ({ page }) => {
	const id = await openOwn(page);
	await act(page, 'Mensen eerst', 'Kopieer');
	const names = page.getByRole('table', { name: /^Verschil met/ }).getByRole('rowheader');
	await expect(names.filter({ hasText: 'Kopie van Mensen eerst' })).toBeVisible();
	await page.getByLabel('Stenen eerst', { exact: true }).uncheck();
	await expectSaved(page);
	await openScenarios(page, id);
	await expect(names).toHaveText([/Niets doen/, /Mensen eerst/, /Kopie van Mensen eerst/]);
});

test('what was agreed stays as it is: it opens to be read, and a copy is the way on', async ({
	page
}) => {
	const id = await openOwn(page);
	const before = await fileOf(page, id);
	const adopting = page.getByRole('button', { name: 'Stel dit scenario vast: Samen en klein' });
	await adopting.click();
	const anyway = page.getByRole('dialog').getByLabel('Waarom stelt u het nu toch vast?');
	const row = scenario(page, 'Samen en klein beginnen');
	await expect(anyway.or(row.getByText('Vastgesteld'))).toBeVisible();
	if (await anyway.isVisible()) {
		await anyway.fill('De groep wil beginnen.');
		await page.getByRole('button', { name: 'Stel toch vast' }).click();
	}
	await expect(row).toContainText('Vastgesteld');

	await page
		.getByRole('button', { name: 'Meer voor Samen en klein beginnen', exact: true })
		.click();
	await expect(page.getByRole('menuitem')).toHaveText(['Bekijk de keuzes', 'Kopieer']);
	await page.getByRole('menuitem', { name: 'Bekijk de keuzes' }).click();
	const editor = page.getByRole('dialog', { name: 'Samen en klein beginnen' });
	await expect(editor).toContainText('de naam en de keuzes liggen vast');
	await expect(editor.getByRole('combobox').or(editor.getByRole('textbox'))).toHaveCount(0);
	await editor.getByRole('button', { name: 'Ga verder in een kopie' }).click();
	const copy = page.getByRole('dialog', { name: 'Scenario wijzigen' });
	await copy.getByLabel('Naam van het scenario').fill('Vervolg');
	await page.keyboard.press('Escape');

	const after = await fileOf(page, id);
	const agreed = after.scenarios.find(({ title }) => title === 'Samen en klein beginnen');
	const original = before.scenarios.find(({ id: one }) => one === agreed?.id);
	expect(agreed).toEqual({ ...original, status: 'adopted' });
	expect(after.scenarios.map(({ title }) => title)).toContain('Vervolg');
});
