import { type Page, expect, test } from '@playwright/test';
import { startWorkshop, visit } from './support.ts';
import { give } from './session-support.ts';

/** Notes when each text of the timer appears, by a clock that no page can change. */
async function watchTimer(page: Page): Promise<void> {
	await page.evaluate(() => {
		const seen: Record<string, number> = {};
		const look = () => {
			const text = document.querySelector('[role=timer]')?.textContent?.trim();
			if (text && !(text in seen)) seen[text] = performance.timeOrigin + performance.now();
			requestAnimationFrame(look);
		};
		look();
		Object.assign(window, { timerSeen: seen });
	});
}

function timerSeen(page: Page): Promise<Record<string, number>> {
	return page.evaluate(
		() => (window as unknown as { timerSeen: Record<string, number> }).timerSeen
	);
}

test('screens differ by less than half a second, also one whose clock is an hour off', async ({
	browser,
	page: host
}) => {
	test.setTimeout(90_000);
	const { id, links } = await startWorkshop(host.request, { title: 'Klok' });
	const anna = await visit(browser, links.participant, { name: 'Anna' });
	const bram = await visit(browser, links.participant, { name: 'Bram' });
	await bram.page.addInitScript(() => {
		const real = Date.now.bind(Date);
		Date.now = () => real() + 3_600_000;
	});
	await anna.page.reload();
	await bram.page.goto(`/w/${id}/phone`);
	await host.goto(`/w/${id}/host`);
	await give(host.request, id, { type: 'set-timer', action: 'start', seconds: 90 });
	const screens = [anna.page, bram.page, host];
	for (const screen of screens) await expect(screen.getByRole('timer').first()).toBeVisible();
	for (const screen of screens) await watchTimer(screen);
	await expect.poll(async () => Object.keys(await timerSeen(host)).length).toBeGreaterThan(5);

	const [one, two, three] = await Promise.all(screens.map(timerSeen));
	// The first text that each screen noted may have been there before it was watched.
	const shared = Object.keys(one ?? {})
		.filter((text) => two?.[text] && three?.[text])
		.slice(1);
	expect(shared.length).toBeGreaterThan(2);
	for (const text of shared) {
		const moments = [one, two, three].map((seen) => seen?.[text] ?? NaN);
		expect(Math.max(...moments) - Math.min(...moments), text).toBeLessThan(500);
	}
	await Promise.all([anna.close(), bram.close()]);
});

test('a screen reader hears one minute and the end, and no other second', async ({ page }) => {
	test.setTimeout(60_000);
	const { id } = await startWorkshop(page.request, { title: 'Klok' });
	await page.goto(`/w/${id}/arena`);
	await expect(page.getByText('Opgeslagen', { exact: true }).first()).toBeVisible();
	await page.evaluate(() => {
		const said: string[] = [];
		const region = document.querySelector('[role=status][aria-live=polite]');
		new MutationObserver(() => said.push(region?.textContent?.trim() ?? '')).observe(region!, {
			childList: true,
			subtree: true,
			characterData: true
		});
		Object.assign(window, { said });
	});
	await give(page.request, id, { type: 'set-timer', action: 'start', seconds: 63 });
	await expect(page.getByRole('timer')).toHaveText('0:59');
	await give(page.request, id, { type: 'set-timer', action: 'add', seconds: -56 });
	await expect(page.getByRole('timer')).toHaveText('0:00');
	await expect
		.poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said))
		.toContain('De tijd is om. Er wordt niets vanzelf verstuurd of gesloten.');
	const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
	const aboutTime = [...new Set(said.filter((text) => /minuut|tijd/i.test(text)))];
	expect(aboutTime).toEqual([
		'Nog één minuut.',
		'De tijd is om. Er wordt niets vanzelf verstuurd of gesloten.'
	]);
	expect(said.filter((text) => /\d:\d\d/.test(text))).toEqual([]);
});
