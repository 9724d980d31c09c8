import { type Browser, type Page, expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { expectSaved, startWorkshop } from './support.ts';

const sound = JSON.parse(
	readFileSync(new URL('../fixtures/workshops/sound-example.nl.json', import.meta.url), 'utf8')
);
/** The sound example before anybody asked or decided something. */
const file = {
	...sound,
	challenges: [],
	scenarios: sound.scenarios.map((scenario: object) => ({ ...scenario, status: 'draft' }))
};
const [effect] = file.effects;
const [scenario] = file.scenarios;

/** Somebody with a browser of their own, who came in by a link. */
async function join(browser: Browser, link: string, origin: string): Promise<Page> {
	const context = await browser.newContext({ baseURL: origin, locale: 'nl-NL' });
	const [, token] = link.split('#');
	const answer = await context.request.post('/api/join', { data: { token }, headers: { origin } });
	expect(answer.status()).toBe(200);
	return context.newPage();
}

test.setTimeout(240_000);

test('a question about a number holds up adopting until it is answered, live for three people', async ({
	browser,
	page,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const { id, links } = await startWorkshop(page.request, file);
	const critic = await join(browser, links.critic, origin);
	const participant = await join(browser, links.participant, origin);

	await participant.goto(`/w/${id}/challenges`);
	await expect(participant.getByRole('heading', { level: 1 })).toHaveText(
		'Alle vragen zijn beantwoord'
	);

	await critic.goto(`/w/${id}/arena`);
	await critic.locator(`[data-place="effect:${effect.id}"]`).hover();
	await critic.getByRole('button', { name: `Meer voor ${effect.title}` }).click();
	await critic.getByRole('menuitem', { name: 'Stel een vraag…' }).click();
	const dialog = critic.getByRole('dialog');
	await dialog.getByLabel('Waarover gaat uw vraag?').selectOption('probability');
	await dialog.getByRole('textbox', { name: 'Uw vraag' }).fill('Wie gelooft deze kans?');
	await dialog.getByText('Moet beantwoord zijn').click();
	await dialog.getByRole('button', { name: 'Stel deze vraag' }).click();
	await expect(dialog).toBeHidden();

	const asked = participant.getByRole('article', { name: 'Wie gelooft deze kans?' });
	await expect(asked).toContainText('Moet beantwoord zijn voor vaststellen.');
	await expect(asked).toContainText('Kans dat het gebeurt');
	await expect(asked.getByRole('button', { name: 'Geef dit antwoord' })).toHaveCount(0);

	await page.goto(`/w/${id}/scenarios`);
	await expectSaved(page);
	const adopt = page.getByRole('button', { name: `Stel dit scenario vast: ${scenario.title}` });
	await adopt.click();
	const question = page.getByRole('dialog');
	await expect(question).toContainText('Er is nog 1 vraag zonder antwoord');
	await expect(question.getByRole('link', { name: 'Wie gelooft deze kans?' })).toBeVisible();
	await question.getByRole('button', { name: 'Stel toch vast' }).click();
	await expect(question).toContainText('Schrijf de reden.');
	await question.getByRole('button', { name: 'Sluit' }).click();

	await page.goto(`/w/${id}/challenges`);
	const own = page.getByRole('article', { name: 'Wie gelooft deze kans?' });
	await own.getByRole('button', { name: 'Geef antwoord' }).click();
	await own.getByText('Blijft staan', { exact: true }).click();
	await own.getByRole('button', { name: 'Geef dit antwoord' }).click();
	await expect(own).toContainText('Schrijf waarom het blijft staan.');
	await own.getByLabel('Waarom blijft het staan?').fill('Drie wijken gingen ons voor.');
	await own.getByRole('button', { name: 'Geef dit antwoord' }).click();

	await expect(participant.getByRole('heading', { level: 1 })).toHaveText(
		'Alle vragen zijn beantwoord'
	);
	await expect(asked).toContainText('Drie wijken gingen ons voor.');
	await critic.goto(`/w/${id}/challenges`);
	await expect(critic.getByRole('article', { name: 'Wie gelooft deze kans?' })).toContainText(
		'Drie wijken gingen ons voor.'
	);

	await page.goto(`/w/${id}/scenarios`);
	await participant.goto(`/w/${id}/scenarios`);
	await adopt.click();
	await expect(page.getByText('Vastgesteld', { exact: true }).first()).toBeVisible();
	await expect(participant.getByText('Vastgesteld', { exact: true }).first()).toBeVisible();
	for (const other of [critic, participant]) await other.context().close();
});

test('the seat of the critic goes to who takes it, and both see at once what they may do now', async ({
	browser,
	page,
	baseURL
}) => {
	const origin = baseURL ?? '';
	const { id, links } = await startWorkshop(page.request, file);
	const critic = await join(browser, links.critic, origin);
	const participant = await join(browser, links.participant, origin);
	await participant.goto(`/w/${id}/critic`);
	await critic.goto(`/w/${id}/critic`);
	const take = participant.getByRole('button', { name: 'Neem de rol van criticus over' });
	await expect(critic.getByText('U speelt de criticus.')).toBeVisible();
	await expect(take).toHaveCount(0);
	await critic.getByRole('button', { name: 'Geef de rol door' }).click();
	await take.click();
	await expect(participant.getByText('U speelt de criticus.')).toBeVisible();
	await expect(critic.getByText('U speelt de criticus.')).toHaveCount(0);
	for (const other of [critic, participant]) await other.context().close();
});

test('cards of a pre-mortem stay hidden until all are shown, and become a question', async ({
	browser,
	page,
	baseURL
}) => {
	const { id, links } = await startWorkshop(page.request, file);
	const participant = await join(browser, links.participant, baseURL ?? '');
	await page.goto(`/w/${id}/premortem`);
	await page.getByLabel('Vanuit welk jaar kijkt u terug?').fill('2029');
	await page.getByRole('button', { name: 'Begin: vijf minuten schrijven' }).click();
	await participant.goto(`/w/${id}/premortem`);
	await expect(participant.getByRole('heading', { level: 1 })).toHaveText(
		'Het is 2029 en het is mislukt. Waarom?'
	);
	await participant.getByLabel('Waarom is het mislukt?').fill('Niemand kwam opdagen.');
	await participant.getByRole('button', { name: 'Lever deze kaart in' }).click();
	await expect(page.getByText('1 persoon leverde een kaart in')).toBeVisible();
	await expect(page.getByText('Niemand kwam opdagen.')).toHaveCount(0);
	await participant.reload();
	await expect(participant.getByText('Niemand kwam opdagen.')).toBeVisible();
	await page.getByRole('button', { name: 'Toon alle kaarten' }).click();
	await page.getByRole('button', { name: 'Doe iets met de kaart: Niemand kwam opdagen.' }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByText('Vraag aan de groep').click();
	await dialog.getByRole('button', { name: 'Stel deze vraag' }).click();
	await participant.getByRole('link', { name: 'Is een vraag geworden' }).click();
	await expect(participant.getByRole('article', { name: 'Niemand kwam opdagen.' })).toBeVisible();
	await participant.context().close();
});
