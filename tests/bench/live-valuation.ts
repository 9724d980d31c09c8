import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { newId } from '#lib/live/new-id.ts';
import { findChromium } from '../chromium.js';
import { startServer } from '../trust/server-process.ts';
import { tasksOf } from './browser/main-thread.ts';
import { referenceModel } from './reference-model.ts';

/**
 * Looks at three scenarios of 40 measures and 120 effects while ten others change numbers, and measures
 * for how long the page cannot answer: the tasks of its main thread over 50 ms, by the clock and in
 * processor time, which is what counts on a machine that does other things as well. Then lets the
 * picture settle while nobody edits.
 */
const others = 10;
const seconds = 15;
const editsPerSecond = 2;
const dataDirectory = mkdtempSync(join(tmpdir(), 'tegenwicht-live-'));
const server = await startServer(4193, dataDirectory);
const browser = await chromium.launch({
	executablePath: findChromium(),
	args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-sync']
});
const context = await browser.newContext({
	locale: 'nl-NL',
	viewport: { width: 1440, height: 900 }
});
const started = await context.request
	.post(`${server.origin}/api/workshops`, {
		headers: { 'content-type': 'application/json' },
		data: serialiseWorkshopFile(referenceModel())
	})
	.then((reply) => reply.json());
const rows: Record<string, string | number>[] = [];
const crowd = await Promise.all(Array.from({ length: others }, someoneElse));
for (const screen of ['scenarios', 'matrix']) await look(screen);
console.table(rows);
for (const { provider } of crowd) {
	provider.destroy();
	// Awareness looks around every few seconds for as long as the document lives.
	provider.doc.destroy();
}
await browser.close();
await server.kill('SIGTERM');
rmSync(dataDirectory, { recursive: true });

async function look(screen: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${server.origin}/w/${started.id}/${screen}`);
	await page.getByRole('table').first().waitFor();
	await page.waitForTimeout(3000);
	let edits = 0;
	await measure(page, screen, async () => {
		const timers = crowd.map(({ board }) =>
			setInterval(() => {
				const { effects } = board.content;
				const effect = effects[(edits * 7) % effects.length];
				if (effect) board.change('effect', effect.id, { unitValue: 200 + (edits % 3000) });
				edits += 1;
			}, 1000 / editsPerSecond)
		);
		await page.waitForTimeout(seconds * 1000);
		for (const timer of timers) clearInterval(timer);
		return edits;
	});
	if (screen === 'scenarios') await measure(page, 'settling', () => settle(page));
	await page.close();
}

async function settle(page: Page): Promise<number> {
	await page.getByRole('button', { name: 'Reken preciezer' }).click();
	await page.getByText('Uitgerekend met 65.536 trekkingen.').waitFor({ timeout: 60_000 });
	return 0;
}

async function measure(page: Page, what: string, during: () => Promise<number>): Promise<void> {
	await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
	const began = performance.now();
	const edits = await during();
	const took = performance.now() - began;
	const tasks = tasksOf(await browser.stopTracing());
	const over = (times: readonly number[]) => times.filter((time) => time > 50).length;
	const longest = (times: readonly number[]) => Math.max(0, ...times).toFixed(1);
	const [clock, processor] = [tasks.map((task) => task.clock), tasks.map((task) => task.processor)];
	rows.push({
		...{ what, edits, 'took ms': took.toFixed(0) },
		...{ 'over 50 ms by the clock': over(clock), 'longest ms': longest(clock) },
		...{ 'over 50 ms of processor': over(processor), 'longest processor ms': longest(processor) },
		'main thread busy': `${((processor.reduce((sum, time) => sum + time, 0) / took) * 100).toFixed(1)} %`
	});
}

async function someoneElse(): Promise<{ board: Board; provider: WebsocketProvider }> {
	const reply = await fetch(`${server.origin}/api/join`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token: started.links.participant.split('#')[1] })
	});
	const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	class SocketWithCookie extends WebSocket {
		constructor(address: string) {
			super(address, { headers: { cookie, origin: server.origin } });
		}
	}
	const doc = new Y.Doc();
	const board = new Board(doc, { newId, random: Math.random });
	const folder = `${server.origin.replace('http', 'ws')}/sync/${started.id}`;
	const provider = new WebsocketProvider(folder, 'board', doc, {
		WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
		disableBc: true
	});
	await new Promise<void>((synced) => provider.once('sync', () => synced()));
	return { board, provider };
}
