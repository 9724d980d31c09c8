import { type APIRequestContext, type Browser, type Page, expect } from '@playwright/test';

export type Started = {
	id: string;
	code: string;
	links: Record<'facilitator' | 'participant' | 'critic' | 'observer' | 'workspace', string>;
};

/** Starts a workshop through the API; the given request context becomes its facilitator's device. */
export async function startWorkshop(request: APIRequestContext, body: unknown): Promise<Started> {
	const response = await request.post('/api/workshops', { data: body });
	expect(response.status(), await response.text()).toBe(201);
	return response.json();
}

export const demo = { template: 'demo', language: 'nl' };

export type Visitor = { page: Page; close: () => Promise<void> };

/** Opens a link in a browser context of its own: a new person on a new device. */
export async function visit(
	browser: Browser,
	link: string,
	options: Parameters<Browser['newContext']>[0] & { name?: string } = {}
): Promise<Visitor> {
	const { name, ...contextOptions } = options;
	const context = await browser.newContext(contextOptions);
	const page = await context.newPage();
	await page.goto(link);
	if (name) await page.getByLabel(/^Uw naam/).fill(name);
	await page.getByRole('button', { name: 'Doe mee' }).click();
	await page.waitForURL(/\/w\/[a-z0-9]{16}\/arena/);
	return { page, close: () => context.close() };
}

/** Waits until the screen says that everything is saved. */
export async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText('Opgeslagen', { exact: true }).first()).toBeVisible();
}
