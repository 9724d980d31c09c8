import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type Page, expect, test } from '@playwright/test';
import { demo, startWorkshop } from './support.ts';

type Json = any; // eslint-disable-line @typescript-eslint/no-explicit-any -- a file of which parts are taken out

const example: Json = JSON.parse(
	readFileSync(new URL('../fixtures/workshops/demo-molenwijk.nl.json', import.meta.url), 'utf8')
);

/** The example with plus signs only: no amount, no unit, no euro. */
function onlyPluses(): Json {
	const copy = structuredClone(example);
	for (const effect of copy.effects)
		Object.assign(effect, { amount: null, formula: '', inputs: [], unitValue: null, strength: 2 });
	for (const measure of copy.measures)
		for (const contribution of measure.contributions) contribution.amount = null;
	return { ...copy, rounds: [], challenges: [] };
}

async function openResult(page: Page, body: unknown): Promise<void> {
	const { id } = await startWorkshop(page.request, body);
	await page.goto(`/w/${id}/result`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('a scenario has a conclusion, and every drawing a sentence and its numbers in a table', async ({
	page
}) => {
	await openResult(page, demo);
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Mensen eerst: er komt waarschijnlijk meer terug dan erin gaat. Na correctie voor wensdenken komt er minder terug.'
	);
	const drawings = page.getByRole('img', { name: /./ }).and(page.locator('canvas'));
	await expect(drawings).toHaveCount(4);
	const names = [
		/zonder en met correctie/,
		/^Gemiddelde baten/,
		/^Gemiddelden per jaar/,
		/laag of hoog/
	];
	for (const summary of await page.getByText('Toon de cijfers').all()) await summary.click();
	for (const name of names) await expect(page.getByRole('table', { name })).toBeVisible();
	const inked = await drawings.first().evaluate((canvas: HTMLCanvasElement) => {
		const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
		return data.some((part) => part > 0);
	});
	expect(inked).toBe(true);
});

test('a drawing can be walked over with the keyboard, and says every place', async ({ page }) => {
	await openResult(page, demo);
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	const years = page.getByRole('region', { name: /terugverdiend/ });
	await years.locator('canvas').focus();
	await expect(years.getByText('Met de pijltjestoetsen')).toBeVisible();
	await page.keyboard.press('End');
	await expect(years.locator('[aria-live]')).toContainText(
		/2036, opgeteld vanaf het begin: €\s.*, in 9 van de 10 uitkomsten tussen .* en /
	);
});

test('chances can happen or not, and every number can be worked out more precisely, from here', async ({
	page
}) => {
	await openResult(page, demo);
	const outcomes = page.getByRole('heading', { name: /^In 9 van de 10 uitkomsten/ });
	const first = await outcomes.innerText();
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	await expect(outcomes).not.toHaveText(first, { useInnerText: true });
	const multiplied = await outcomes.innerText();
	const event = page.getByLabel('Laat een kans wel of niet uitkomen');
	await expect(event).toHaveAccessibleDescription(/60 van de 100 uitkomsten/);
	await event.check();
	await expect(outcomes).not.toHaveText(multiplied, { useInnerText: true });
	const happening = await outcomes.innerText();
	await page.reload();
	await expect(event).toBeChecked();
	await expect(outcomes).toHaveText(happening, { useInnerText: true });

	await page.getByRole('button', { name: 'Reken preciezer' }).click();
	await expect(page.getByText('Uitgerekend met 65.536 trekkingen.')).toBeVisible({
		timeout: 30_000
	});
	await event.uncheck();
	await expect(outcomes).toHaveText(multiplied, { useInnerText: true });
	await expect(page.getByText('Uitgerekend met 4.096 trekkingen.')).toBeVisible();
});

for (const screen of ['result', 'matrix', 'scenarios'])
	test(`on paper ${screen} has its numbers within the page, and nothing to press`, async ({
		page
	}) => {
		const { id } = await startWorkshop(page.request, demo);
		await page.goto(`/w/${id}/${screen}`);
		await expect(page.getByText(/^Uitgerekend met/)).toBeVisible({ timeout: 30_000 });
		const tables = page.getByRole('table');
		const all = await page.locator('table').count();
		await page.setViewportSize({ width: 703, height: 1032 });
		await page.emulateMedia({ media: 'print' });
		await expect(tables).toHaveCount(all);
		// Words in the head of a table that explain themselves on a screen stay as words.
		await expect(page.locator('button:visible:not(th *)')).toHaveCount(0);
		await expect(page.getByRole('navigation')).toHaveCount(0);
		const beyond = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(beyond).toBe(0);
		// Columns stand beside each other, as on a wide screen.
		await expect(tables.first().getByRole('columnheader').first()).toBeVisible();
	});

test('with plus signs only, the screen says what is not in euros and how to go on', async ({
	page
}) => {
	await openResult(page, { file: onlyPluses() });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Nog niets in dit scenario staat in euro’s.'
	);
	await expect(page.getByText('+ +').first()).toBeVisible();
	await expect(page.locator('canvas')).toHaveCount(0);
	await page.getByRole('link', { name: 'Naar de arena' }).click();
	await expect(page).toHaveURL(/\/arena$/);
});

test('with nothing at all, no amount is made up', async ({ page }) => {
	await openResult(page, { title: 'Leeg' });
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(
		'Nog niets in dit scenario staat in euro’s.'
	);
	await expect(page.locator('main')).not.toContainText('€');
});

/** Reads a PNG in the browser: how large it is, its corner, and how much of a part of it is not white. */
async function readPicture(page: Page, png: Buffer) {
	return page.evaluate(async (bytes) => {
		const blob = new Blob([Uint8Array.fromBase64(bytes)], { type: 'image/png' });
		const bitmap = await createImageBitmap(blob);
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const ctx = canvas.getContext('2d')!;
		ctx.drawImage(bitmap, 0, 0);
		const inked = (top: number, height: number) => {
			const { data } = ctx.getImageData(0, top, bitmap.width, height);
			let count = 0;
			for (let at = 0; at < data.length; at += 4)
				if (data[at]! + data[at + 1]! + data[at + 2]! < 3 * 250) count += 1;
			return count / (data.length / 4);
		};
		const { width, height } = bitmap;
		return {
			...{ width, height, corner: [...ctx.getImageData(0, 0, 1, 1).data] },
			title: inked(0, 160),
			drawing: inked(Math.round(height / 3), Math.round(height / 3)),
			basis: inked(height - 120, 120)
		};
	}, png.toString('base64'));
}

/** What is saved is what stands there, or its number, which is not rounded to the two figures of a screen. */
function expectSaid(saved: readonly string[], shown: readonly string[]): void {
	expect(saved).toHaveLength(shown.length);
	for (const [place, text] of shown.entries()) {
		const cell = saved[place] ?? '';
		const number = cell === '' ? NaN : Number(cell.replace(',', '.'));
		// A text that starts like a formula has a quote before it, so that no spreadsheet runs it.
		if (Number.isNaN(number)) expect(cell.replace(/^'/, '')).toBe(text.trim());
		else {
			const apart = Math.abs(numberIn(text) - number);
			expect(apart, `${text} and ${cell}`).toBeLessThanOrEqual(0.05 * Math.abs(number));
		}
	}
}

/** Reads the first number of a text such as `− € 1,3 mln` or `12%`. */
function numberIn(text: string): number {
	const [, minus, digits = '', unit] = /(−?)\s*(?:€\s*)?([\d.,]+)\s*(mln|%)?/u.exec(text) ?? [];
	const size = Number(digits.replaceAll('.', '').replace(',', '.'));
	return size * (minus ? -1 : 1) * (unit === 'mln' ? 1e6 : unit === '%' ? 0.01 : 1);
}

test('every chart is saved as a sharp picture on white with its words, and its numbers beside it', async ({
	page
}) => {
	test.setTimeout(90_000);
	await page.emulateMedia({ colorScheme: 'dark' });
	await openResult(page, demo);
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Mensen eerst');
	for (const summary of await page.getByText('Toon de cijfers').all()) await summary.click();
	const charts = page.locator('section').filter({ has: page.locator('canvas') });
	await expect(charts).toHaveCount(4);
	for (const chart of await charts.all()) {
		const save = async (name: RegExp) => {
			const [download] = await Promise.all([
				page.waitForEvent('download'),
				chart.getByRole('button', { name }).click()
			]);
			return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
		};
		const picture = await save(/^Bewaar als plaatje/);
		expect(picture.name).toMatch(/\.png$/);
		const seen = await readPicture(page, picture.bytes);
		expect(seen.width).toBe(1920);
		expect(seen.corner).toEqual([255, 255, 255, 255]);
		for (const part of [seen.title, seen.drawing, seen.basis]) {
			expect(part).toBeGreaterThan(0.003);
			expect(part).toBeLessThan(0.7);
		}
		const csv = await save(/^Bewaar de cijfers/);
		const { data } = Papa.parse<string[]>(csv.bytes.toString('utf8').slice(1), { delimiter: ';' });
		const table = chart.getByRole('table');
		const shown = [];
		for (const row of await table.getByRole('row').all())
			shown.push(await row.locator('th, td').allInnerTexts());
		for (const [place, row] of shown.entries()) expectSaid(data[place] ?? [], row);
		expect(data.flat().join(' ')).toMatch(/Mensen eerst, 10 jaar vanaf 2027, in euro’s van 2026/);
		expect(data.flat().join(' ')).toMatch(/\d+ dingen staan niet in euro’s en zitten in geen som/);
	}
});
