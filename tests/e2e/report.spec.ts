import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import Papa from 'papaparse';
import { type Page, expect, test } from '@playwright/test';
import { filesInZip } from '../components/report/zip.ts';
import { demo, startWorkshop, visit } from './support.ts';

async function openPaper(page: Page, path: 'report' | 'agreements'): Promise<string> {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/${path}`);
	await expect(page.getByRole('heading', { level: 1, name: /Molenwijk/ })).toBeVisible();
	return id;
}

/** All that stands in a document or workbook. */
async function textIn(saved: Buffer): Promise<string> {
	const files = await filesInZip(new Blob([new Uint8Array(saved)]));
	return [...files.values()].join('\n');
}

/** Counts the pages of a PDF that Chromium wrote, by the tree that names them. */
function pagesOf(pdf: Buffer): number {
	return Number(/\/Type \/Pages\s*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);
}

test('the report of the example prints on at most eight tagged pages of A4', async ({ page }) => {
	await openPaper(page, 'report');
	const options = { preferCSSPageSize: true, tagged: true, printBackground: true };
	const pdf = await page.pdf(options);
	const text = pdf.toString('latin1');
	expect(pagesOf(pdf)).toBeGreaterThan(2);
	expect(pagesOf(pdf)).toBeLessThanOrEqual(8);
	expect(text).toContain('/StructTreeRoot');
	expect(text).toMatch(/\/MediaBox \[0 0 594\.\d+ 841\.\d+\]/);
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
	await expect(page.getByRole('button', { name: 'Print of bewaar als PDF' })).toBeHidden();
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations).toEqual([]);
});

test('no word in a table on paper is broken between its letters', async ({ page }) => {
	await openPaper(page, 'report');
	await page.emulateMedia({ media: 'print' });
	// What fits beside the margins of A4.
	await page.setViewportSize({ width: 680, height: 960 });
	const broken = await page.locator('article table').evaluateAll((tables) =>
		tables.flatMap((table) => {
			const texts = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
			const found: string[] = [];
			while (texts.nextNode()) {
				const text = texts.currentNode as Text;
				for (const { index, 0: word } of text.data.matchAll(/[\p{L}\p{N}]+/gu)) {
					const range = document.createRange();
					range.setStart(text, index);
					range.setEnd(text, index + word.length);
					if (range.getClientRects().length > 1) found.push(word);
				}
			}
			return found;
		})
	);
	expect(broken).toEqual([]);
});

test('paper is only for the paper: another screen of the same visit prints as its reader sets it', async ({
	page
}) => {
	const id = await openPaper(page, 'report');
	await page.getByRole('link', { name: 'Meer bewaren' }).click();
	await page.waitForURL(`**/w/${id}/exports`);
	const pdf = await page.pdf({ preferCSSPageSize: true, width: '5in', height: '5in' });
	expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 360 360\]/);
});

test('the report counts chances alike for everybody, whatever its reader chose to look at', async ({
	page
}) => {
	const id = await openPaper(page, 'report');
	const printed = await page.getByRole('article').innerText();
	await page.goto(`/w/${id}/matrix`);
	const event = page.getByRole('checkbox', { name: /Laat een kans/ });
	await event.check();
	await page.goto(`/w/${id}/report`);
	await expect(
		page.getByText('bij een kans van 60% telt een effect in elke trekking voor 60% mee')
	).toBeVisible();
	expect(await page.getByRole('article').innerText()).toBe(printed);
});

test('who is removed is named in no report and no export', async ({ page, browser }) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const name = 'Quirina van der Zonnebloem';
	const guest = await visit(browser, links.participant, { name });
	const session = await (await page.request.get(`/api/workshops/${id}/session`)).json();
	const member = session.members.find((one: { name: string }) => one.name === name);
	const gone = await page.request.post(`/api/workshops/${id}/commands`, {
		data: { id: 'remove-guest', type: 'remove-member', memberId: member.id }
	});
	expect(gone.status(), await gone.text()).toBe(200);
	await guest.close();
	for (const path of ['report', 'agreements']) {
		await page.goto(`/w/${id}/${path}`);
		await expect(page.getByRole('heading', { level: 1, name: /Molenwijk/ })).toBeVisible();
		expect(await page.content()).not.toContain('Zonnebloem');
	}
	for (const path of ['file', 'versions', 'session', 'record', 'reviews']) {
		const answer = await page.request.get(`/api/workshops/${id}/${path}`);
		expect(await answer.text()).not.toContain('Zonnebloem');
	}
});

test('the report is saved as a document, the agreements as CSV', async ({ page }) => {
	const id = await openPaper(page, 'report');
	const [document] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Bewaar als Word-document' }).click()
	]);
	expect(document.suggestedFilename()).toMatch(/^Molenwijk.*Verslag\.docx$/);
	const words = await textIn(readFileSync(await document.path()));
	expect(words).toContain('Molenwijk: wat doen we de komende');
	expect(words).toContain('Gemeente Waterhoven');
	await page.goto(`/w/${id}/agreements`);
	const [csv] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Bewaar als CSV' }).click()
	]);
	const { data } = Papa.parse<string[]>(readFileSync(await csv.path(), 'utf8').slice(1), {
		delimiter: ';'
	});
	expect(data[0]).toEqual(['Wie', 'Wat', 'Waarmee', 'Vanaf', 'Trekker', 'Toegezegd?']);
	expect(data.some((row) => row[5]?.startsWith('ja'))).toBe(true);
});

test('a document whose writer cannot be fetched is not saved silently, and is saved on the next try', async ({
	page
}) => {
	await openPaper(page, 'report');
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await page.getByRole('button', { name: 'Bewaar als Word-document' }).click();
	await expect(page.getByRole('alert').filter({ hasText: 'niets bewaard' })).toBeVisible();
	await page.unroute('**/_app/immutable/**');
	const [document] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Bewaar als Word-document' }).click()
	]);
	expect(document.suggestedFilename()).toMatch(/\.docx$/);
	await expect(page.getByText('niets bewaard')).toBeHidden();
});

test('everything is saved as a workbook and as outcomes, without a name of anybody', async ({
	page,
	browser
}) => {
	const { id, links } = await startWorkshop(page.request, demo);
	const guest = await visit(browser, links.participant, { name: 'Zonnebloem' });
	await page.goto(`/w/${id}/exports`);
	const saved: Buffer[] = [];
	for (const name of ['Bewaar alles als Excel', 'Bewaar uitkomsten als JSON']) {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name }).click()
		]);
		saved.push(readFileSync(await download.path()));
	}
	const outcomes = JSON.parse(saved[1]!.toString());
	expect(outcomes.engine).toEqual({ version: '1', seed: 1, samples: 16384 });
	expect(outcomes.scenarios[0].id).toBe('do-nothing');
	await page.getByText('Losse tabellen als CSV').click();
	const [csv] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Partijen' }).click()
	]);
	saved.push(readFileSync(await csv.path()));
	expect(saved[2]!.toString()).toContain('Gemeente Waterhoven');
	const [workbook, ...texts] = [await textIn(saved[0]!), ...saved.slice(1).map(String)];
	expect(workbook).toContain('Gemeente Waterhoven');
	for (const text of [workbook, ...texts]) expect(text).not.toContain('Zonnebloem');
	await guest.close();
});

test('the method is shown in ten screens that end in the example', async ({ page }) => {
	await page.goto('/library/tour');
	for (let place = 1; place < 10; place += 1) {
		await expect(page.getByText(`Scherm ${place} van 10`)).toBeVisible();
		await page.getByRole('link', { name: 'Verder' }).click();
	}
	await expect(page.getByText('Scherm 10 van 10')).toBeVisible();
	await page.getByRole('button', { name: 'Open het voorbeeld' }).click();
	await page.waitForURL(/\/w\/[a-z0-9]{16}\/arena/);
});

test('the library shows of every measure what it takes, who may lose and where that comes from', async ({
	page
}) => {
	await page.goto('/library');
	await page.getByText('Renovatie met verduurzaming').click();
	const entry = page.getByRole('listitem').filter({ hasText: 'Renovatie met verduurzaming' });
	for (const title of ['Wat ervoor nodig is', 'Bron']) {
		await expect(entry.getByText(title, { exact: true })).toBeVisible();
	}
	await page.goto('/library/roles');
	await expect(page.getByRole('article')).toHaveCount(2);
});
