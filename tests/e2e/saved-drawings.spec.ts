import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { giveFigures } from './figures.ts';
import { give } from './session-support.ts';
import { demo, startWorkshop } from './support.ts';

/** Presses a button that saves something, and gives what came. */
async function saved(page: Page, name: RegExp): Promise<Buffer> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name }).click()
	]);
	return readFileSync(await download.path());
}

/** What is on a picture: its size, whether its corner is white, and how many colours it has. */
async function look(page: Page, png: Buffer) {
	return page.evaluate(async (base64) => {
		const image = new Image();
		image.src = `data:image/png;base64,${base64}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.width, image.height];
		const context = canvas.getContext('2d');
		context?.drawImage(image, 0, 0);
		const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: [] };
		const colours = new Map<string, number>();
		for (let at = 0; at < data.length; at += 4) {
			const colour = `${data[at]} ${data[at + 1]} ${data[at + 2]}`;
			colours.set(colour, (colours.get(colour) ?? 0) + 1);
		}
		const often = [...colours].filter(([, times]) => times > 500).map(([colour]) => colour);
		return { width: image.width, corner: `${data[0]} ${data[1]} ${data[2]}`, often };
	}, png.toString('base64'));
}

test('flows, profile, trends and the map leave as a picture on white, with their numbers', async ({
	page,
	baseURL
}) => {
	test.setTimeout(120_000);
	await page.context().addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
	const hosts = new Set<string>();
	page.on('request', (request) => hosts.add(new URL(request.url()).host));
	const { id } = await startWorkshop(page.request, demo);
	await giveFigures(page.request, id);

	await page.goto(`/w/${id}/matrix`);
	const flows = await look(page, await saved(page, /^Bewaar als plaatje: Van elke euro/));
	expect(flows).toMatchObject({ width: 1920, corner: '255 255 255' });
	// Bands of those who pay and of those who receive, the plan between them, and letters.
	expect(flows.often.length).toBeGreaterThan(4);

	await page.goto(`/w/${id}/area?area=BU05990110&reference=BU05990112`);
	for (const name of [
		/plaatje: Profiel/,
		/plaatje: Overlastmeldingen/,
		/plaatje: Afw.*\), 2024$/
	]) {
		const picture = await look(page, await saved(page, name));
		expect(picture).toMatchObject({ width: 1920, corner: '255 255 255' });
		expect(picture.often.length).toBeGreaterThan(2);
	}
	const trend = (await saved(page, /cijfers: Overlastmeldingen/)).toString('utf8').split('\r\n');
	expect(trend.slice(0, 4)).toEqual([
		'\uFEFFPeriode;Bron en uitgave;Waarde;Wat het is',
		'2022;Eigen registratie;"6,1";bekend',
		'2023;Eigen registratie;"6,8";bekend',
		'2024;Eigen registratie;;ontbreekt'
	]);
	const map = (await saved(page, /cijfers: Afw.*\), 2024$/)).toString('utf8').split('\r\n');
	expect(map[1]).toBe('BU05990113;Buurt 4;"0,05";bekend');
	hosts.delete('');
	expect([...hosts]).toEqual([new URL(baseURL ?? '').host]);
});

/** Gives the lines of a table that was saved. */
const lines = (csv: Buffer) => csv.toString('utf8').slice(1).trimEnd().split('\r\n');

test('scenarios side by side and a reveal leave as a picture on white, with their numbers', async ({
	page,
	baseURL
}) => {
	test.setTimeout(90_000);
	await page.context().addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
	const { id } = await startWorkshop(page.request, demo);

	await page.goto(`/w/${id}/scenarios`);
	const compared = await look(page, await saved(page, /^Bewaar als plaatje/));
	expect(compared).toMatchObject({ width: 1920, corner: '255 255 255' });
	// White, the lines between rows, the marks, and the letters of two inks.
	expect(compared.often.length).toBeGreaterThan(3);
	const [head, nothing, ...others] = lines(await saved(page, /^Bewaar de cijfers/));
	expect(head).toMatch(/^Scenario;kosten: gemiddeld;kosten: 1 van de 20 is lager/);
	expect(nothing).toMatch(/^Niets doen;0;0;0;0;/);
	expect(others.some((line) => /^Mensen eerst;\d+;\d+;\d+;/.test(line))).toBe(true);
	expect(others.at(-1)).toMatch(/in euro’s van \d{4}/);

	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	const { roundId } = await give(page.request, id, asked);
	const numbers = { low: 1, likely: 2.5, high: 5, confidence: 0.8 };
	await give(page.request, id, { type: 'submit-estimate', roundId, ...numbers });
	await give(page.request, id, { type: 'reveal-round', roundId });
	await page.goto(`/w/${id}/estimate`);
	const revealed = await look(page, await saved(page, /^Bewaar als plaatje: Minder crisis/));
	expect(revealed).toMatchObject({ width: 1920, corner: '255 255 255' });
	expect(revealed.often.length).toBeGreaterThan(3);
	const reveal = lines(await saved(page, /^Bewaar de cijfers: Minder crisis/));
	expect(reveal[1]).toBe('1;schatting;1;"2,5";5;"0,8"');
});
