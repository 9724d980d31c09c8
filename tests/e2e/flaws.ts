import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const themes = ['light', 'dark', 'contrast'] as const;

/** A laptop, and the smallest phone that everything must work on. */
export const sizes = [
	{ name: 'laptop', width: 1440, height: 900 },
	{ name: 'phone', width: 360, height: 640 }
];

/** A theme changes colours and nothing else, so that only these rules can tell one from another. */
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/** Names what is not accessible on a page, in whichever theme, and whether it scrolls sideways. */
export async function flawsInEveryTheme(page: Page): Promise<string[]> {
	const found: string[] = [];
	for (const theme of themes) {
		await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
		const rules = theme === themes[0] ? undefined : rulesOfColour;
		found.push(...(await flaws(page, rules)).map((flaw) => `${theme}: ${flaw}`));
	}
	return found;
}

/** The same in the theme that the page has now. */
export async function flaws(page: Page, rules?: string[]): Promise<string[]> {
	// Every frame is ours, so none needs a page of its own; and only what is wrong is written out. Both
	// together take a fifth of the time.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({
		resultTypes: ['violations'],
		...(rules && { runOnly: rules })
	});
	const { violations } = await axe.analyze();
	const found = violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target}`));
	const sideways = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth
	);
	return sideways > 0 ? [...found, `scrolls sideways by ${sideways} px`] : found;
}
