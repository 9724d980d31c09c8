import type { Page } from '@playwright/test';
import type { RunningServer } from '../server/running-server.ts';

/** What the screen says of edits that are not on the server. */
export const onDevice = 'Staat op uw apparaat';

/** Adds a measure as somebody does. */
export async function addMeasure(page: Page, title: string): Promise<void> {
	await page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await page.getByLabel(/^Wat doen we/).fill(title);
	await page.getByRole('button', { name: 'Klaar' }).click();
}

/** Titles of all measures that the server holds. */
export async function measuresOf(server: RunningServer, cookie: string | undefined, id: string) {
	const visitor = server.visitor();
	visitor.cookie = cookie;
	const { json } = await visitor.get(`/api/workshops/${id}/file`);
	return json.measures.map(({ title }: { title: string }) => title) as string[];
}
