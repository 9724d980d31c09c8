import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
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

export type RunningServer = {
	origin: string;
	kill: (signal: NodeJS.Signals) => Promise<void>;
};

/** Starts a server of its own on the given port, for tests that stop or kill it. */
export async function startServer(port: number, dataDirectory: string): Promise<RunningServer> {
	const child: ChildProcess = spawn(process.execPath, ['server.js'], {
		env: { ...process.env, PORT: String(port), HOST: 'localhost', DATA_DIR: dataDirectory },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	for await (const text of child.stdout!) {
		if (String(text).includes('is ready on')) break;
	}
	return {
		origin: `http://localhost:${port}`,
		kill: async (signal) => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			child.kill(signal);
			await once(child, 'exit');
		}
	};
}
