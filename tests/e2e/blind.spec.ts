import { type Page, expect, test } from '@playwright/test';
import * as encoding from 'lib0/encoding';
import { demo, startWorkshop, visit } from './support.ts';
import { fillEstimate, give } from './session-support.ts';

/** Half of them can be said exactly in four bytes, so that no other number looks like it by chance. */
const secret = 7391.625;
const typed = '7391,625';

/** The number in every way in which it could travel: as text, and as the bytes of a shared document. */
function spellings(): Buffer[] {
	const bytes = encoding.createEncoder();
	encoding.writeAny(bytes, secret);
	const words = ['7391.625', '7391,625', '7.391,625', '7,391.625', '7391.6'];
	return [...words.map((word) => Buffer.from(word)), Buffer.from(encoding.toUint8Array(bytes))];
}

/** Records every reply, event and frame that a page gets. */
async function record(page: Page): Promise<() => Buffer[]> {
	const heard: Buffer[] = [];
	const client = await page.context().newCDPSession(page);
	await client.send('Network.enable');
	client.on('Network.webSocketFrameReceived', ({ response }) => {
		const how = response.opcode === 2 ? 'base64' : 'utf8';
		heard.push(Buffer.from(response.payloadData, how));
	});
	client.on('Network.eventSourceMessageReceived', ({ data }) => heard.push(Buffer.from(data)));
	client.on('Network.loadingFinished', ({ requestId }) => {
		client
			.send('Network.getResponseBody', { requestId })
			.then(({ body, base64Encoded }) =>
				heard.push(Buffer.from(body, base64Encoded ? 'base64' : 'utf8'))
			)
			.catch(() => undefined);
	});
	return () => heard;
}

function holdsSecret(heard: readonly Buffer[]): boolean {
	return heard.some((bytes) => spellings().some((spelling) => bytes.includes(spelling)));
}

test('nobody gets a number before the reveal, and everybody within a second after it', async ({
	browser,
	page: host
}) => {
	test.setTimeout(120_000);
	const { id, links } = await startWorkshop(host.request, demo);
	const anna = await visit(browser, links.participant, {
		name: 'Anna',
		viewport: { width: 360, height: 640 }
	});
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	const projector = await visit(browser, links.observer);
	const others = { bram: bram.page, projector: projector.page, host };
	const records = Object.fromEntries(
		await Promise.all(
			Object.entries(others).map(async ([name, page]) => [name, await record(page)] as const)
		)
	);
	await bram.page.goto(`/w/${id}/estimate`);
	await projector.page.goto(`/w/${id}/screen`);
	await host.goto(`/w/${id}/host`);
	await anna.page.goto(`/w/${id}/phone`);

	const { roundId } = await give(host.request, id, {
		type: 'open-round',
		effectId: 'crises',
		field: 'amount',
		round: 1
	});
	await fillEstimate(anna.page, ['4000', typed, '9000']);
	await anna.page.getByRole('button', { name: 'Verstuur blind' }).click();
	await expect(anna.page.getByText('Uw antwoord is binnen.')).toBeVisible();
	await expect(bram.page.getByText('1 klaar').first()).toBeVisible();
	await expect(projector.page.getByText(/1 van \d+ zijn klaar/)).toBeVisible();
	const session = await (await bram.page.request.get(`/api/workshops/${id}/session`)).text();
	const file = await (await host.request.get(`/api/workshops/${id}/file`)).text();
	expect(holdsSecret([Buffer.from(session), Buffer.from(file)])).toBe(false);
	for (const [name, heard] of Object.entries(records)) {
		expect(heard().length, name).toBeGreaterThan(3);
		expect(holdsSecret(heard()), `${name} got the number before the reveal`).toBe(false);
	}

	await give(host.request, id, { type: 'reveal-round', roundId });
	for (const [name, heard] of Object.entries(records)) {
		await expect
			.poll(() => holdsSecret(heard()), { timeout: 1000, intervals: [50], message: name })
			.toBe(true);
	}
	await expect(projector.page.getByRole('heading', { name: /Wij schatten 7\.400/ })).toBeVisible();
	await expect(bram.page.getByText(/Wij schatten 7\.400/)).toBeVisible();
	await Promise.all([anna.close(), bram.close(), projector.close()]);
});

test('a second round keeps the shift, and the pooled number is put on the card in one click', async ({
	browser,
	page: host
}) => {
	test.setTimeout(120_000);
	const { id, links } = await startWorkshop(host.request, demo);
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	await anna.page.goto(`/w/${id}/phone`);
	await host.goto(`/w/${id}/host`);
	await host.getByRole('button', { name: 'Open een ronde' }).click();
	await host
		.getByLabel('Effect', { exact: true })
		.selectOption({ label: 'Minder reparatieverzoeken' });
	await host.getByRole('button', { name: 'Open deze ronde' }).click();

	await fillEstimate(anna.page, ['11', '21', '51']);
	await anna.page.getByRole('button', { name: 'Verstuur blind' }).click();
	await host.getByRole('button', { name: 'Onthul de schattingen' }).click();
	await expect(host.getByText('Wij schatten 21.')).toBeVisible();
	await host.getByRole('button', { name: 'Open ronde 2' }).click();
	await expect(anna.page.getByText('Blind schatten, ronde 2')).toBeVisible();
	await fillEstimate(anna.page, ['12', '31', '61']);
	await anna.page.getByRole('button', { name: 'Verstuur blind' }).click();
	await host.getByRole('button', { name: 'Onthul de schattingen' }).click();
	await expect(host.getByText('Wij schatten 31.')).toBeVisible();
	await expect(host.getByText('midden 21', { exact: true })).toBeVisible();

	const revealed = host.getByRole('article').filter({ hasText: 'Wij schatten 31.' });
	await revealed.getByRole('button', { name: 'Zet op de kaart' }).click();
	await expect(host.getByText('Staat op de kaart.')).toBeVisible();
	const file = await (await host.request.get(`/api/workshops/${id}/file`)).json();
	const effect = file.effects.find((one: { id: string }) => one.id === 'repairs');
	expect(effect.amount).toEqual({ low: 12, likely: 31, high: 61, confidence: 0.8 });
	const about = file.rounds.filter((one: { effectId: string }) => one.effectId === 'repairs');
	expect(about.map(({ round }: { round: number }) => round)).toEqual([1, 2]);
	await anna.close();
});

test('a round that hides nothing draws the answers as they come, with what was said with it', async ({
	browser,
	page: host
}) => {
	const { id, links } = await startWorkshop(host.request, demo);
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	const projector = await visit(browser, links.observer, {
		viewport: { width: 1280, height: 720 }
	});
	await anna.page.goto(`/w/${id}/phone`);
	await projector.page.goto(`/w/${id}/screen`);
	await host.goto(`/w/${id}/host`);
	await host.getByRole('button', { name: 'Open een ronde' }).click();
	await host.getByLabel('Wat wilt u erbij zeggen?').fill('Tel alleen huurwoningen mee.');
	await host.getByLabel('Niemand ziet een getal voor de onthulling').uncheck();
	await host.getByRole('button', { name: 'Open deze ronde' }).click();
	await expect(anna.page.getByText('Tel alleen huurwoningen mee.')).toBeVisible();
	await fillEstimate(anna.page, ['11', '21', '51']);
	await anna.page.getByRole('button', { name: 'Verstuur', exact: true }).click();
	for (const page of [anna.page, projector.page, host]) {
		await expect(page.getByText('midden 21', { exact: true })).toBeVisible();
	}
	await Promise.all([anna.close(), projector.close()]);
});
