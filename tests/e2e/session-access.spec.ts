import { expect, test } from '@playwright/test';
import { flaws, flawsInEveryTheme, sizes } from './flaws.ts';
import { demo, startWorkshop } from './support.ts';
import { fillEstimate, give } from './session-support.ts';

test.use({ reducedMotion: 'reduce' });

test('every screen of a running session is accessible', async ({ page }) => {
	test.setTimeout(240_000);
	const { id } = await startWorkshop(page.request, demo);
	const found: Record<string, string[]> = {};
	const look = async (moment: string) => {
		for (const { name, width, height } of sizes) {
			await page.setViewportSize({ width, height });
			for (const place of ['host', 'estimate', 'phone', 'screen']) {
				await page.goto(`/w/${id}/${place}`);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				// The projector has a theme of its own.
				const wrong = await (place === 'screen' ? flaws(page) : flawsInEveryTheme(page));
				if (wrong.length > 0) found[`${moment} ${name} ${place}`] = wrong;
			}
		}
	};

	await give(page.request, id, { type: 'set-phase', phase: 'lobby' });
	await look('lobby');
	await give(page.request, id, { type: 'set-phase', phase: 'estimate' });
	await give(page.request, id, { type: 'set-timer', action: 'start', seconds: 600 });
	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	const { roundId } = await give(page.request, id, asked);
	await look('open round');
	const numbers = { low: 1, likely: 2, high: 5, confidence: 0.8 };
	await give(page.request, id, { type: 'submit-estimate', roundId, ...numbers });
	await give(page.request, id, { type: 'reveal-round', roundId });
	await look('revealed');
	expect(found).toEqual({});
});

test('an estimate is given with the keyboard alone', async ({ page }) => {
	const { id } = await startWorkshop(page.request, demo);
	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	await give(page.request, id, asked);
	await page.goto(`/w/${id}/phone`);
	await page.getByLabel('Laagste').focus();
	for (const text of ['1', '2', '5']) {
		await page.keyboard.type(text);
		await page.keyboard.press('Tab');
	}
	await page.keyboard.press('ArrowRight');
	await page.getByRole('button', { name: 'Verstuur blind' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible();
});

test('the projector has nothing to press and no text below 24 px', async ({ page }) => {
	const { id } = await startWorkshop(page.request, demo);
	await page.setViewportSize({ width: 1920, height: 1080 });
	await page.goto(`/w/${id}/phone`);
	await give(page.request, id, {
		type: 'open-round',
		effectId: 'crises',
		field: 'amount',
		round: 1
	});
	await fillEstimate(page, ['1', '2', '5']);
	await page.getByRole('button', { name: 'Verstuur blind' }).click();
	await expect(page.getByText('Uw antwoord is binnen.')).toBeVisible();
	await page.goto(`/w/${id}/screen`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('a, button, input, select, textarea')).toHaveCount(0);
	const smallest = await page.evaluate(() => {
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const sizes: number[] = [];
		while (texts.nextNode()) {
			const parent = texts.currentNode.parentElement;
			if (!parent?.checkVisibility() || !texts.currentNode.textContent?.trim()) continue;
			if (!parent.closest('.visually-hidden, script, style')) {
				sizes.push(parseFloat(getComputedStyle(parent).fontSize));
			}
		}
		return Math.min(...sizes);
	});
	expect(smallest).toBeGreaterThanOrEqual(24);
});
