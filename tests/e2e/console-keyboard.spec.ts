import { expect, test, type Page } from '@playwright/test';
import { give } from './session-support.ts';
import { demo, startWorkshop } from './support.ts';

/** Something that Tab comes to: what it is called, where it stands, and whether one sees that it is there. */
type Stop = { readonly name: string; readonly place: number; readonly visible: boolean };

/** Presses Tab until the focus has gone round once, and tells where it came. */
async function tabRound(page: Page): Promise<Stop[]> {
	const stops: Stop[] = [];
	for (;;) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const here = document.activeElement;
			if (!here || here === document.body) return undefined;
			const seen = here.getAttribute('data-tabbed') !== null;
			if (seen) return undefined;
			here.setAttribute('data-tabbed', '');
			// A hidden radio button shows its focus on its label, a skip link on itself.
			const drawn = [here, here.nextElementSibling, here.parentElement, here.closest('label')];
			const marked = drawn.some((one) => {
				if (!one) return false;
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
				return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
			});
			const all = [...document.querySelectorAll('*')];
			const name = here.getAttribute('aria-label') ?? here.textContent?.trim() ?? here.tagName;
			return { name: name.slice(0, 60), place: all.indexOf(here), visible: marked };
		});
		if (!stop) return stops;
		stops.push(stop);
	}
}

/** Names everything in the console that can be pressed or filled in and that Tab did not come to. */
function missed(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll('.desk :is(a[href], button, input, select, textarea, summary)')]
			.filter((one) => one.checkVisibility() && !(one as HTMLButtonElement).disabled)
			.filter((one) => {
				if (one.hasAttribute('data-tabbed')) return false;
				// Of a group of radio buttons Tab comes to one, arrows do the rest.
				const group = one instanceof HTMLInputElement && one.type === 'radio' ? one.name : '';
				return !group || !document.querySelector(`[name="${group}"][data-tabbed]`);
			})
			.map((one) => one.outerHTML.slice(0, 120))
	);
}

test('everything in the console is reached with Tab, in the order in which it is read, and shows that it is', async ({
	page
}) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/host`);
	await page.getByRole('button', { name: 'Korte vorm, 90 minuten' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('navigation', { name: /Korte vorm/ })).toBeVisible();
	await give(page.request, id, { type: 'set-phase', phase: 'estimate' });
	await give(page.request, id, { type: 'set-timer', action: 'start', seconds: 600 });
	await give(page.request, id, { type: 'set-ready-check', open: true });
	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	await give(page.request, id, asked);
	await expect(page.getByRole('button', { name: 'Haal de vraag weg' })).toBeVisible();
	await expect(page.getByText('0 van 1 zijn klaar').nth(1)).toBeVisible();

	await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
	const stops = await tabRound(page);
	expect(await missed(page)).toEqual([]);
	expect(stops.filter(({ visible }) => !visible)).toEqual([]);
	const places = stops.map(({ place }) => place);
	expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test('a step is led with the keyboard alone', async ({ page }) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/host`);
	const press = async (name: string | RegExp, key = 'Enter') => {
		await page.getByRole('button', { name }).first().focus();
		await page.keyboard.press(key);
	};
	await press('Korte vorm, 90 minuten');
	await press('Blind schatten, ronde 1', 'Space');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Blind schatten, ronde 1');
	await press('Start de klok');
	await press('5 minuten erbij');
	await expect(page.getByRole('main').getByRole('timer')).toHaveText(/1[45]:/);
	await press('Pauze');
	await expect(page.getByRole('main').getByText('pauze', { exact: true })).toBeVisible();
	await press('Vraag of iedereen klaar is');
	await expect(page.getByText('0 van 1 zijn klaar')).toBeVisible();

	await page.getByLabel('Welke kaart?').focus();
	await page.keyboard.press('ArrowDown');
	await expect
		.poll(async () => (await view(page, id)).board.spotlight?.numbers.length)
		.toBeGreaterThan(0);

	await press('Pas het draaiboek aan');
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'Pas het draaiboek aan' })).toBeFocused();
	await press('Vorige stap');
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Blind schatten, ronde 1');
});

async function view(page: Page, id: string) {
	return (await page.request.get(`/api/workshops/${id}/session`)).json();
}
