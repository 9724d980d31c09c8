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
import { referenceModel } from './reference-model.ts';

/**
 * Looks at three scenarios of 40 measures and 120 effects while ten others change numbers, and measures
 * how long the page cannot answer: every task of the main thread over 50 ms, and how late an animation
 * frame comes. Then lets the picture settle, with the same people still editing nothing.
 */
const others = 10;
const seconds = 20;
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
for (const { provider } of crowd) provider.destroy();
await browser.close();
await server.kill('SIGTERM');
rmSync(dataDirectory, { recursive: true });

async function look(screen: string): Promise<void> {
	const page = await context.newPage();
	await page.goto(`${server.origin}/w/${started.id}/${screen}`);
	await page.getByRole('table').first().waitFor();
	await page.waitForTimeout(2000);
	await page.evaluate(watch);
	let edits = 0;
	const timers = crowd.map(({ board }) =>
		setInterval(() => {
			const effects = board.content.effects;
			const effect = effects[(edits * 7) % effects.length];
			if (effect) board.change('effect', effect.id, { unitValue: 200 + (edits % 3000) });
			edits += 1;
		}, 1000 / editsPerSecond)
	);
	await page.waitForTimeout(seconds * 1000);
	for (const timer of timers) clearInterval(timer);
	const { tasks, frames } = await measured(page);
	rows.push({ screen, edits, ...figures(tasks, frames) });
	if (screen === 'scenarios') await settle(page);
	await page.close();
}

async function settle(page: Page): Promise<void> {
	await page.waitForTimeout(1000);
	await page.evaluate(watch);
	const began = performance.now();
	await page.getByRole('button', { name: 'Reken preciezer' }).click();
	await page.getByText('Uitgerekend met 65.536 trekkingen.').waitFor();
	const took = performance.now() - began;
	const { tasks, frames } = await measured(page);
	rows.push({ screen: `settling, ${took.toFixed(0)} ms`, edits: 0, ...figures(tasks, frames) });
}

function figures(tasks: number[], frames: number[]) {
	const sorted = frames.toSorted((one, other) => one - other);
	const at = (part: number) => (sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(1);
	return {
		'tasks over 50 ms': tasks.length,
		'longest task ms': Math.max(0, ...tasks).toFixed(0),
		'frame p50 ms': at(0.5),
		'frame p99 ms': at(0.99)
	};
}

/** Runs in the page. */
function watch(): void {
	const [tasks, frames]: number[][] = [[], []];
	Object.assign(globalThis, { measured: { tasks, frames } });
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) tasks?.push(duration);
	}).observe({ type: 'longtask' });
	let before = performance.now();
	requestAnimationFrame(function frame(now) {
		frames?.push(now - before);
		before = now;
		requestAnimationFrame(frame);
	});
}

function measured(page: Page): Promise<{ tasks: number[]; frames: number[] }> {
	return page.evaluate(() => Reflect.get(globalThis, 'measured'));
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
