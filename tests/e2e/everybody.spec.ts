import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium, expect, test } from '@playwright/test';
import texts from '../../src/lib/i18n/locales/nl.json' with { type: 'json' };
import { browserSettings } from '../../playwright.config.ts';
import { sizes } from './flaws.ts';
import { everyScreen, open, sessionScreensOf } from './screens.ts';
import { give } from './session-support.ts';
import { demo, startWorkshop } from './support.ts';

/** All screens, those of a session with an open round included. */
async function allScreens(page: Page): Promise<string[]> {
	const { id } = await startWorkshop(page.request, demo);
	await give(page.request, id, { type: 'set-phase', phase: 'estimate' });
	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	await give(page.request, id, asked);
	return [...(await everyScreen(page.request)), ...sessionScreensOf(id)];
}

/** Opens a browser whose user chose letters twice the usual size. */
async function withLargeLetters(size: { width: number; height: number }, baseURL: string) {
	const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-letters-'));
	mkdirSync(join(folder, 'Default'));
	const preferences = { webkit: { webprefs: { default_font_size: 32 } } };
	writeFileSync(join(folder, 'Default', 'Preferences'), JSON.stringify(preferences));
	const { launchOptions } = browserSettings;
	return chromium.launchPersistentContext(folder, {
		...launchOptions,
		...{ baseURL, viewport: size, locale: 'nl-NL' }
	});
}

for (const { name, ...size } of sizes) {
	test(`with letters twice as large nothing falls off a ${name}`, async ({ baseURL }) => {
		test.setTimeout(300_000);
		const context = await withLargeLetters(size, baseURL ?? '');
		const [page] = context.pages();
		if (!page) throw new Error('The browser has no page.');
		const found: Record<string, string[]> = {};
		for (const path of await allScreens(page)) {
			await open(page, path);
			expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
				'32px'
			);
			const lost = await page.evaluate(lostText);
			if (lost.length > 0) found[path] = lost;
		}
		await context.close();
		expect(found).toEqual({});
	});
}

/** Runs in the page: what is cut off or pushed out of reach. */
function lostText(): string[] {
	const lost: string[] = [];
	const root = document.documentElement;
	const sideways = root.scrollWidth - root.clientWidth;
	if (sideways > 0) lost.push(`scrolls sideways by ${sideways} px`);
	for (const element of document.querySelectorAll<HTMLElement>('body *')) {
		if (!element.checkVisibility() || element.closest('.visually-hidden, svg, [aria-hidden]'))
			continue;
		const style = getComputedStyle(element);
		const own = [...element.childNodes].some(
			(node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()
		);
		// What is there for screen readers alone is a pixel large.
		const forEyes = element.clientWidth > 1;
		if (!own || !forEyes || style.textOverflow === 'ellipsis') continue;
		const hides = (value: string) => value === 'hidden' || value === 'clip';
		const cut =
			(hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1) ||
			(hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1);
		if (cut) lost.push(`${element.tagName} cuts off "${element.textContent?.trim().slice(0, 40)}"`);
	}
	return lost;
}

test('nothing moves for who asked for less motion', async ({ page }) => {
	test.setTimeout(240_000);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const moving: Record<string, string[]> = {};
	for (const path of await allScreens(page)) {
		await open(page, path);
		const found = await page.evaluate(longMotion);
		if (found.length > 0) moving[path] = found;
	}
	expect(moving).toEqual({});
	await page.emulateMedia({ reducedMotion: 'no-preference' });
	await open(page, '/');
	expect(await page.evaluate(longMotion), 'otherwise things do move').not.toEqual([]);
});

/** Runs in the page: what takes longer than a blink to change, or scrolls smoothly. */
function longMotion(): string[] {
	const milliseconds = (list: string) =>
		Math.max(...list.split(',').map((one) => parseFloat(one) * (one.endsWith('ms') ? 1 : 1000)));
	const found = new Set<string>();
	for (const element of document.querySelectorAll('*')) {
		const style = getComputedStyle(element);
		const name = `${element.tagName.toLowerCase()}.${[...element.classList].join('.')}`;
		if (milliseconds(style.transitionDuration) > 20) found.add(`${name} transition`);
		const moves = style.animationName !== 'none' && milliseconds(style.animationDuration) > 20;
		if (moves) found.add(`${name} animation`);
		if (style.scrollBehavior === 'smooth') found.add(`${name} scrolls smoothly`);
	}
	return [...found];
}

const named = new Set([
	...['button', 'link', 'textbox', 'searchbox', 'combobox', 'listbox', 'option', 'checkbox'],
	...['radio', 'switch', 'slider', 'spinbutton', 'menuitem', 'menuitemradio', 'tab', 'dialog'],
	...['image', 'img', 'table', 'progressbar', 'meter', 'timer']
]);

for (const language of ['nl', 'en'] as const) {
	test(`a screen reader has a name for every control in ${language}`, async ({ page, baseURL }) => {
		test.setTimeout(240_000);
		await page.context().addCookies([{ name: 'language', value: language, url: baseURL }]);
		const client = await page.context().newCDPSession(page);
		const found: Record<string, string[]> = {};
		let controls = 0;
		for (const path of await allScreens(page)) {
			await open(page, path);
			const { nodes } = await client.send('Accessibility.getFullAXTree');
			const roles = nodes.filter(({ ignored, role }) => !ignored && named.has(role?.value));
			controls += roles.length;
			const wrong = roles
				.map(({ role, name }) => ({ role: role?.value, name: String(name?.value ?? '').trim() }))
				.filter(({ name }) => !/\p{L}|\p{N}/u.test(name) || name in texts)
				.map(({ role, name }) => `${role} "${name}"`);
			if (wrong.length > 0) found[path] = [...new Set(wrong)];
		}
		expect(found).toEqual({});
		expect(controls).toBeGreaterThan(500);
	});
}
