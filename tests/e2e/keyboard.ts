import { type Locator, type Page, expect } from '@playwright/test';

/** More stops than any screen has. */
const mostStops = 400;

/** Somebody who has a keyboard and nothing else: every control is walked to with Tab. */
export class Keyboard {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Walks to a control, and expects that one can see where the focus is. */
	async reach(target: Locator): Promise<void> {
		await target.waitFor({ timeout: 20_000 });
		for (let stop = 0; stop < mostStops; stop += 1) {
			const there = await target
				.evaluate((element) => element.contains(document.activeElement))
				.catch(() => false);
			if (there) {
				await this.#expectVisibleFocus();
				return;
			}
			await this.page.keyboard.press('Tab');
		}
		throw new Error(`Tab never came to ${target}.`);
	}

	async press(target: Locator, key = 'Enter'): Promise<void> {
		await this.reach(target);
		await this.page.keyboard.press(key);
	}

	/** Presses the button of this name. */
	async button(name: string | RegExp): Promise<void> {
		await this.press(this.page.getByRole('button', { name }).first());
	}

	/** Types over what is in a field. */
	async type(target: Locator, text: string): Promise<void> {
		await this.reach(target);
		await this.page.keyboard.press('ControlOrMeta+A');
		await this.page.keyboard.type(text);
	}

	/** Chooses in a list by typing the start of what is wanted. */
	async choose(target: Locator, text: string): Promise<void> {
		await this.reach(target);
		await this.page.keyboard.type(text, { delay: 20 });
		await expect(target.locator('option:checked')).toHaveText(new RegExp(`^${text}`));
	}

	/** The focus has a ring, on the control or on what stands for it, and nothing lies over it. */
	async #expectVisibleFocus(): Promise<void> {
		const seen = await this.page.evaluate(() => {
			const focused = document.activeElement;
			if (!(focused instanceof HTMLElement)) return 'nothing has the focus';
			const standing = [focused, focused.nextElementSibling, focused.parentElement];
			const ring = [...standing, focused.closest('label')].some((element) => {
				if (!element) return false;
				const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
				return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
			});
			if (!ring) return `no ring on ${focused.outerHTML.slice(0, 120)}`;
			const shown = focused.offsetWidth > 2 ? focused : (focused.closest('label') ?? focused);
			const { left, top, width, height } = shown.getBoundingClientRect();
			const on = document.elementFromPoint(left + width / 2, top + height / 2);
			const free = on && (shown.contains(on) || on.contains(shown));
			return free ? 'seen' : `hidden: ${focused.outerHTML.slice(0, 120)}`;
		});
		expect(seen).toBe('seen');
	}
}
