import { readFileSync } from 'node:fs';
import { type Page, expect, test } from '@playwright/test';
import { giveFigures } from './figures.ts';
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
