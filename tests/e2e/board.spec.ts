import { readFileSync } from 'node:fs';
import { type Locator, type Page, expect, test } from '@playwright/test';
import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { referenceModel } from '../bench/reference-model.ts';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

const example = JSON.parse(readFileSync('tests/fixtures/workshops/sound-example.nl.json', 'utf8'));

test('a card is dragged along its column, and others see where it went', async ({
	browser,
	page
}) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const other = await visit(browser, links.participant);
	await page.goto(`/w/${id}/arena`);
	await expectSaved(page);
	const titles = await titlesOf(page);
	const [first = '', second = '', third = ''] = titles;
	await dropBelow(placeOf(page, first), placeOf(page, third));
	const moved = [second, third, first, ...titles.slice(3)];
	await expect.poll(() => titlesOf(page)).toEqual(moved);
	await expect.poll(() => titlesOf(other.page)).toEqual(moved);
	await page.getByRole('button', { name: 'Ongedaan maken' }).click();
	await expect.poll(() => titlesOf(other.page)).toEqual(titles);
	await other.close();
});

test('an effect that is dragged onto a measure belongs to that measure, for others too', async ({
	browser,
	page
}) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const other = await visit(browser, links.participant);
	await page.goto(`/w/${id}/arena`);
	await expectSaved(page);
	const before = await boardOf(page, id);
	// Both stand at the top: nothing has to scroll while the card is held.
	const [measure] = before.measures;
	const effect = before.effects.find(({ measureIds }) => !measureIds.includes(measure?.id ?? ''));
	await placeOf(page, effect?.title ?? '').dragTo(placeOf(page, measure?.title ?? ''));
	await expectSaved(page);
	await expect
		.poll(async () => (await boardOf(page, id)).effects.find(isSame(effect?.id))?.measureIds)
		.toEqual([measure?.id]);
	const theirs = placeOf(other.page, effect?.title ?? '');
	await expect(theirs).toContainText(`Komt door: ${measure?.title}.`);
	await other.close();
});

test('suggestions wait for an answer through a reload, and one that was dropped stays away', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/arena`);
	await page.getByRole('button', { name: 'Kaart toevoegen' }).click();
	await page.getByRole('menuitem', { name: 'Kies uit de bibliotheek' }).click();
	await page.getByLabel('Zoek een maatregel').fill('sloop');
	await page
		.getByRole('button', { name: /^Neem over/ })
		.first()
		.click();
	await expectSaved(page);
	const offered = page.getByRole('button', { name: /^Weg ermee: / });
	await expect(offered.first()).toBeVisible();
	const names = await namesOf(offered);
	await offered.first().click();
	await expect(offered).toHaveCount(names.length - 1);
	const { effects } = await boardOf(page, id);
	await page.reload();
	await expect(offered).toHaveCount(names.length - 1);
	expect(await namesOf(offered)).toEqual(names.slice(1));
	expect((await boardOf(page, id)).effects).toEqual(effects);
});

test('an older version comes back for everybody, and what stood there is kept', async ({
	browser,
	page
}) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const other = await visit(browser, links.participant);
	const old = 'Extra toezicht in de avond';
	await expect(cardOf(other.page, old)).toBeVisible();
	const read = await page.request.put(`/api/workshops/${id}/file`, { data: example });
	expect(read.status(), await read.text()).toBe(200);
	await expect(cardOf(other.page, old)).toHaveCount(0);
	await page.goto(`/w/${id}/settings`);
	await expect(page.getByText('Vóór het inlezen van een bestand')).toBeVisible();
	await page
		.getByRole('button', { name: /^Zet terug: / })
		.first()
		.click();
	await page.getByRole('button', { name: 'Zet deze versie terug' }).click();
	await expect(cardOf(other.page, old)).toBeVisible();
	await expect(page.getByText('Vóór het terugzetten van een oudere versie')).toBeVisible();
	await other.close();
});

test('on a long board the lines in view are drawn wherever one scrolls, and on paper all of them', async ({
	page
}) => {
	const file = referenceModel({ measures: 20, effects: 60 });
	const { id } = await startWorkshop(page.request, serialiseWorkshopFile(file));
	await page.goto(`/w/${id}/arena`);
	const effects = page.locator('[data-place^="effect:"]');
	// More than once: marks of the critic that arrive meanwhile have the lines drawn as well.
	for (const effect of [effects.first(), effects.last(), effects.first(), effects.last()]) {
		await effect.scrollIntoViewIfNeeded();
		await expect.poll(() => effect.evaluate(linesThatArrive)).toBeGreaterThan(0);
	}
	const lines = page.locator('svg.lines path');
	const inView = await lines.count();
	await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
	expect(await lines.count()).toBeGreaterThan(inView);
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(lines).toHaveCount(inView);
});

/** Runs in the page: how many lines end at the left side of a card. */
function linesThatArrive(card: Element): number {
	const { left, top, bottom } = card.getBoundingClientRect();
	return [...document.querySelectorAll<SVGPathElement>('svg.lines path')].filter((line) => {
		const from = line.ownerSVGElement?.getBoundingClientRect() ?? new DOMRect();
		const end = line.getPointAtLength(line.getTotalLength());
		const [x, y] = [from.left + end.x, from.top + end.y];
		return Math.abs(x - left) < 2 && y > top && y < bottom;
	}).length;
}

for (const language of ['nl', 'en']) {
	test(`the name of the workshop can be read at every width in ${language}, and nothing lies over it`, async ({
		page,
		baseURL
	}) => {
		await page.context().addCookies([{ name: 'language', value: language, url: baseURL }]);
		const { id } = await startWorkshop(page.request, demo);
		await page.goto(`/w/${id}/arena`);
		await expect(page.locator('header nav')).toBeVisible();
		const name = page.locator('header .title');
		for (const width of [320, 360, 480, 768, 1024, 1100, 1200, 1280, 1440]) {
			await page.setViewportSize({ width, height: 800 });
			const parts = ['header .home', 'header .title', 'header nav', 'header .states'];
			const boxes = await Promise.all(parts.map((part) => page.locator(part).boundingBox()));
			const shown = boxes.filter((box) => box !== null);
			expect(shown.length, `${width} px`).toBeGreaterThan(2);
			expect(
				shown.flatMap((one) => shown.filter((other) => overlap(one, other))),
				`${width} px`
			).toEqual([]);
			expect(await name.evaluate((element) => element.clientWidth), `${width} px`).toBeGreaterThan(
				90
			);
		}
	});
}

type Box = { x: number; y: number; width: number; height: number };

function overlap(one: Box, other: Box): boolean {
	if (one === other) return false;
	const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
	const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
	return across > 1 && down > 1;
}

type Cards = {
	measures: { id: string; title: string }[];
	effects: { id: string; title: string; measureIds: string[] }[];
};

async function boardOf(page: Page, id: string): Promise<Cards> {
	return (await page.request.get(`/api/workshops/${id}/file`)).json();
}

function isSame(id: string | undefined) {
	return (card: { id: string }) => card.id === id;
}

function cardOf(page: Page, title: string): Locator {
	return page.getByRole('button', { name: title, exact: true });
}

/** The whole card, of which the button is the title. */
function placeOf(page: Page, title: string): Locator {
	return page.locator('[data-place]').filter({ has: cardOf(page, title) });
}

/** The titles of the column of measures, from top to bottom. */
async function titlesOf(page: Page): Promise<string[]> {
	return page.locator('[data-place^="measure:"] h3 > button').allInnerTexts();
}

async function namesOf(buttons: Locator): Promise<(string | null)[]> {
	return Promise.all((await buttons.all()).map((one) => one.getAttribute('aria-label')));
}

/** Drags a card with the mouse to just below the middle of another one. */
async function dropBelow(card: Locator, other: Locator): Promise<void> {
	const box = await other.boundingBox();
	await card.dragTo(other, { targetPosition: { x: 20, y: (box?.height ?? 0) * 0.9 } });
}
