import { type Browser, type Page, expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';
import { fillEstimate, give } from './session-support.ts';
import { picture } from './tour.ts';

const small = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
const wide = { viewport: { width: 1280, height: 720 } };
/** The 90-minute script, as its steps are called on the screens. */
const titles = {
	goal: 'Waar gaat het om',
	practice: 'Oefenen met schatten',
	measures: 'Wat doen we',
	effects: 'Wat verandert er',
	payers: 'Wie legt in, wie ontvangt',
	estimate: 'Blind schatten, ronde 1',
	premortem: 'Stel dat het mislukt',
	challenge: 'Tegenspraak',
	again: 'Blind schatten, ronde 2',
	scenarios: 'Scenario’s vergelijken',
	decide: 'Kiezen'
};

type Room = {
	readonly id: string;
	readonly host: Page;
	readonly phone: Page;
	readonly screen: Page;
	readonly critic: Page;
};

/** Seats a facilitator at the console, somebody with a phone, the projector and the critic. */
async function gather(browser: Browser, host: Page): Promise<Room> {
	const { id, links } = await startWorkshop(host.request, demo);
	const [phone, screen, critic] = [
		await visit(browser, links.participant, { name: 'Anna', ...small }),
		await visit(browser, links.observer, wide),
		await visit(browser, links.critic, { name: 'Cas', ...wide })
	];
	await phone.page.goto(`/w/${id}/phone`);
	await screen.page.goto(`/w/${id}/screen`);
	await host.goto(`/w/${id}/host`);
	await host.getByRole('button', { name: 'Korte vorm, 90 minuten' }).click();
	return { id, host, phone: phone.page, screen: screen.page, critic: critic.page };
}

/** The host brings everybody to the next step; every screen is there before the script goes on. */
async function next({ host, screen }: Room, title: string): Promise<void> {
	await host.getByRole('button', { name: /^Volgende stap/ }).click();
	await expect(host.getByRole('heading', { level: 1 })).toHaveText(title);
	await expect(screen.locator('footer')).toContainText(title);
}

async function show(step: string, { host, phone, screen, critic }: Room): Promise<void> {
	await picture(`session-${step}`, { console: host, phone, projector: screen, critic });
}

test('a group goes through the short form, from joining to a chosen scenario', async ({
	browser,
	page
}) => {
	test.setTimeout(300_000);
	await page.setViewportSize(wide.viewport);
	const room = await gather(browser, page);
	const { id, host, phone, screen, critic } = room;

	await give(host.request, id, { type: 'set-phase', phase: 'lobby' });
	await expect(screen.getByRole('img', { name: /QR/ })).toBeVisible();
	await expect(screen.getByText(/3 mensen/)).toBeVisible();
	await show('01-lobby', room);

	await next(room, titles.goal);
	await expect(phone.getByRole('heading', { level: 1 })).toHaveText(titles.goal);
	await show('02-goal', room);

	await next(room, titles.practice);
	await host.getByRole('button', { name: 'Stel de oefenvraag' }).click();
	await estimate(phone, ['200', '300', '400']);
	await show('03-practice', room);
	await host.getByRole('button', { name: 'Onthul de schattingen' }).click();
	await expect(screen.getByRole('heading', { level: 1 })).toContainText('300');

	await next(room, titles.measures);
	await host.getByRole('button', { name: 'Start de klok' }).click();
	await goesTo(critic, `/w/${id}/arena`);
	await expect(screen.getByRole('timer')).toBeVisible();
	await show('04-measures', room);
	await next(room, titles.effects);
	await show('05-effects', room);
	await next(room, titles.payers);
	await show('06-payers', room);

	await next(room, titles.estimate);
	await host.getByRole('button', { name: 'Open een ronde' }).click();
	await host
		.getByLabel('Effect', { exact: true })
		.selectOption({ label: 'Minder reparatieverzoeken' });
	await host.getByRole('button', { name: 'Open deze ronde' }).click();
	await estimate(phone, ['120', '180', '260']);
	await expect(screen.getByText(/1 van 3 zijn klaar/)).toBeVisible();
	await show('07-estimate', room);
	await goesTo(critic, `/w/${id}/estimate`);
	await estimate(critic, ['60', '90', '150']);
	await host.getByRole('button', { name: 'Onthul de schattingen' }).click();
	await expect(screen.getByRole('heading', { level: 1 })).toContainText('Wij schatten');
	await expect(phone.getByText('U gaf de hoogste schatting.')).toBeVisible();
	await show('08-reveal', room);

	await next(room, titles.premortem);
	await goesTo(critic, `/w/${id}/premortem`);
	await critic.getByRole('button', { name: /^Begin: vijf minuten/ }).click();
	await phone.getByLabel('Waarom is het mislukt?').fill('De buurt was niet gevraagd');
	await phone.getByRole('button', { name: 'Lever deze kaart in' }).tap();
	await expect(critic.getByText('1 persoon leverde een kaart in')).toBeVisible();
	await show('09-premortem', room);
	await critic.getByRole('button', { name: 'Toon alle kaarten' }).click();
	await expect(phone.getByText('Er is 1 kaart.')).toBeVisible();

	await next(room, titles.challenge);
	await phone.getByRole('textbox', { name: 'Uw vraag' }).fill('Wie belt er bij de buren aan?');
	await phone.getByRole('button', { name: 'Stel deze vraag' }).tap();
	await critic.goto(`/w/${id}/challenges`);
	await expect(critic.getByText('Wie belt er bij de buren aan?').first()).toBeVisible();
	await show('10-challenge', room);

	await next(room, titles.again);
	await host.getByRole('button', { name: 'Open ronde 2' }).click();
	await estimate(phone, ['100', '160', '240']);
	await host.getByRole('button', { name: 'Onthul de schattingen' }).click();
	await expect(host.getByText('Wij schatten 160.')).toBeVisible();
	await host.getByRole('button', { name: 'Zet op de kaart' }).first().click();
	await expect(host.getByText('Staat op de kaart.')).toBeVisible();
	await show('11-estimate-again', room);

	await next(room, titles.scenarios);
	await goesTo(critic, `/w/${id}/scenarios`);
	await show('12-scenarios', room);

	await next(room, titles.decide);
	const options = [
		{ id: 'people', text: 'Mensen eerst' },
		{ id: 'together', text: 'Samen en klein beginnen' }
	];
	const asked = { type: 'open-vote', kind: 'dots', question: 'Welk scenario kiezen wij?' };
	const { voteId } = await give(host.request, id, { ...asked, options });
	for (let dot = 0; dot < 3; dot += 1) {
		await phone.getByRole('button', { name: 'Zet een stip bij Samen en klein' }).tap();
	}
	await phone.getByRole('button', { name: 'Stem', exact: true }).tap();
	await expect(screen.getByText(/1 van 3 hebben gestemd/)).toBeVisible();
	await give(host.request, id, { type: 'close-vote', voteId });
	await expect(screen.getByRole('heading', { level: 1 })).toContainText('Samen en klein beginnen');
	await show('13-decide', room);

	await host.goto(`/w/${id}/scenarios`);
	await expectSaved(host);
	await host
		.getByRole('button', { name: 'Stel dit scenario vast: Samen en klein beginnen' })
		.click();
	const dialog = host.getByRole('dialog');
	await dialog.getByLabel('Waarom stelt u het nu toch vast?').fill('De buurt wil beginnen.');
	await dialog.getByRole('button', { name: 'Stel toch vast' }).click();
	await expect(critic.getByText('Vastgesteld').first()).toBeVisible();
	await show('14-adopted', room);

	await host.goto(`/w/${id}/report`);
	await expect(host.getByText(/De buurt wil beginnen\./).first()).toBeVisible();

	const file = await (await host.request.get(`/api/workshops/${id}/file`)).json();
	const adopted = file.scenarios.filter(({ status }: { status: string }) => status === 'adopted');
	expect(adopted.map(({ title }: { title: string }) => title)).toEqual(['Samen en klein beginnen']);
	const repairs = file.effects.find((one: { id: string }) => one.id === 'repairs');
	expect(repairs.amount).toMatchObject({ low: 100, likely: 160, high: 240 });
});

/** Waits until a screen has followed the group; whoever typed a moment ago goes along when they are ready. */
async function goesTo(page: Page, path: string): Promise<void> {
	const along = page.getByRole('button', { name: 'Ga mee' });
	await expect(async () => {
		if (await along.isVisible()) await along.click();
		expect(new URL(page.url()).pathname).toBe(path);
	}).toPass({ timeout: 20_000 });
}

async function estimate(page: Page, numbers: readonly string[]): Promise<void> {
	await fillEstimate(page, numbers);
	await page.getByRole('button', { name: 'Verstuur blind' }).click();
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible();
}
