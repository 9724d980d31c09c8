import { type APIRequestContext, type Page, expect } from '@playwright/test';

let count = 0;

/** Gives a command as whoever owns the request context and expects that it is done. */
export async function give(
	request: APIRequestContext,
	workshopId: string,
	command: { type: string } & Record<string, unknown>
): Promise<Record<string, unknown>> {
	count += 1;
	const data = { id: `test-${Date.now()}-${count}`, ...command };
	const response = await request.post(`/api/workshops/${workshopId}/commands`, { data });
	expect(response.status(), await response.text()).toBe(200);
	return response.json();
}

/** Types an estimate in the three boxes and how sure somebody is. */
export async function fillEstimate(page: Page, [low, likely, high]: readonly string[]) {
	await page.getByLabel('Laagste').fill(low ?? '');
	await page.getByLabel('Waarschijnlijk').fill(likely ?? '');
	await page.getByLabel('Hoogste').fill(high ?? '');
	await page.getByText('80%', { exact: true }).click();
}
