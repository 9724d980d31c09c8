import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Where pictures for the documentation go; without it none are made. */
const folder = process.env.TOUR_DIR;

/**
 * Takes a picture of each screen at a step, as `session-03-practice-phone.webp`, when that is asked
 * for by `TOUR_DIR=docs/tour`.
 */
export async function picture(
	step: string,
	screens: Readonly<Record<string, Page>>
): Promise<void> {
	if (!folder) return;
	mkdirSync(folder, { recursive: true });
	for (const [name, page] of Object.entries(screens)) {
		const client = await page.context().newCDPSession(page);
		const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality: 50 });
		await client.detach();
		writeFileSync(join(folder, `${step}-${name}.webp`), Buffer.from(data, 'base64'));
	}
}
