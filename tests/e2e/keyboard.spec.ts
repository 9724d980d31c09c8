import { type Browser, expect, test } from '@playwright/test';
import { Keyboard } from './keyboard.ts';
import { demo, expectSaved, startWorkshop } from './support.ts';

const wide = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' as const };

/** Opens a page for somebody without a mouse or touch screen. */
async function seat(browser: Browser): Promise<Keyboard> {
	const context = await browser.newContext(wide);
	return new Keyboard(await context.newPage());
}

async function next(host: Keyboard, title: string): Promise<void> {
	await host.button(/^Volgende stap/);
	await expect(host.page.getByRole('heading', { level: 1 })).toHaveText(title);
}

async function estimate(hands: Keyboard, numbers: readonly string[]): Promise<void> {
	const { page } = hands;
	const fields = ['Laagste', 'Waarschijnlijk', 'Hoogste'];
	for (const [place, field] of fields.entries()) {
		await hands.type(page.getByLabel(field), numbers[place] ?? '');
	}
	await hands.press(page.getByRole('radio').first(), 'ArrowRight');
	await hands.button('Verstuur blind');
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible();
}

test('a whole session of ninety minutes is led and taken part in with the keyboard alone', async ({
	browser
}) => {
	test.setTimeout(420_000);
	const [leading, joining] = [await seat(browser), await seat(browser)];
	const [host, anna] = [leading.page, joining.page];
	const { id, links } = await startWorkshop(host.request, demo);

	await anna.goto(links.participant);
	await joining.type(anna.getByLabel(/^Uw naam/), 'Anna');
	await joining.button('Doe mee');
	await anna.waitForURL(/\/arena/);

	await host.goto(`/w/${id}/host`);
	await leading.button('Korte vorm, 90 minuten');
	await next(leading, 'Binnenkomen');
	await next(leading, 'Waar gaat het om');

	await next(leading, 'Oefenen met schatten');
	await leading.button('Stel de oefenvraag');
	await anna.waitForURL(/\/estimate/);
	await estimate(joining, ['200', '300', '400']);
	await leading.button('Onthul de schattingen');

	await next(leading, 'Wat doen we');
	await leading.button('Start de klok');
	await follow(joining, `/w/${id}/arena`);
	await joining.button('Maatregel toevoegen');
	await joining.type(anna.getByLabel(/^Wat doen we/), 'Buurtmoestuin aanleggen');
	await anna.keyboard.press('Escape');
	await expectSaved(anna);

	await next(leading, 'Wat verandert er');
	await joining.button('Effect toevoegen');
	await joining.type(anna.getByLabel(/^Wat merkt iemand/), 'Meer buren kennen elkaar');
	await anna.keyboard.press('Escape');
	await expectSaved(anna);
	await next(leading, 'Wie legt in, wie ontvangt');

	await next(leading, 'Blind schatten, ronde 1');
	await leading.button('Open een ronde');
	await leading.choose(host.getByLabel('Effect', { exact: true }), 'Minder reparatieverzoeken');
	await leading.button('Open deze ronde');
	await follow(joining, `/w/${id}/estimate`);
	await estimate(joining, ['120', '180', '260']);
	await leading.button('Onthul de schattingen');

	await next(leading, 'Stel dat het mislukt');
	await follow(joining, `/w/${id}/premortem`);
	await startWriting(leading, id);
	await joining.type(anna.getByLabel('Waarom is het mislukt?'), 'De buurt was niet gevraagd');
	await joining.button('Lever deze kaart in');
	await leading.button('Toon alle kaarten');
	await expect(anna.getByText('De buurt was niet gevraagd').first()).toBeVisible();

	await host.goto(`/w/${id}/host`);
	await next(leading, 'Tegenspraak');
	await next(leading, 'Blind schatten, ronde 2');
	await leading.button('Open ronde 2');
	await follow(joining, `/w/${id}/estimate`);
	await estimate(joining, ['100', '160', '240']);
	await leading.button('Onthul de schattingen');
	await leading.button('Zet op de kaart');
	await expect(host.getByText('Staat op de kaart.')).toBeVisible();

	await next(leading, 'Scenario’s vergelijken');
	await next(leading, 'Kiezen');
	await host.goto(`/w/${id}/scenarios`);
	await expectSaved(host);
	await leading.button('Stel dit scenario vast: Samen en klein beginnen');
	const dialog = host.getByRole('dialog');
	await leading.type(
		dialog.getByLabel('Waarom stelt u het nu toch vast?'),
		'De buurt wil beginnen.'
	);
	await leading.press(dialog.getByRole('button', { name: 'Stel toch vast' }));
	await expect(host.getByText('Vastgesteld').first()).toBeVisible();

	const file = await (await host.request.get(`/api/workshops/${id}/file`)).json();
	const titles = [...file.measures, ...file.effects].map(({ title }: { title: string }) => title);
	expect(titles).toEqual(
		expect.arrayContaining(['Buurtmoestuin aanleggen', 'Meer buren kennen elkaar'])
	);
	const repairs = file.effects.find((one: { id: string }) => one.id === 'repairs');
	expect(repairs.amount).toMatchObject({ low: 100, likely: 160, high: 240 });
});

/** Goes along with the group, by the button that is shown to whoever was busy. */
async function follow(hands: Keyboard, path: string): Promise<void> {
	const { page } = hands;
	await expect(async () => {
		if (await page.getByRole('button', { name: 'Ga mee' }).isVisible())
			await hands.button('Ga mee');
		expect(new URL(page.url()).pathname).toBe(path);
	}).toPass({ timeout: 90_000 });
}

async function startWriting(hands: Keyboard, id: string): Promise<void> {
	await hands.page.goto(`/w/${id}/premortem`);
	await hands.button(/^Begin: vijf minuten/);
}
