import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { serialiseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { findChromium } from '../chromium.js';
import { startServer } from '../trust/server-process.ts';
import { referenceModel } from './reference-model.ts';
import { LightClient } from './rooms/light-client.ts';

/**
 * Types in the title of a card on a board of 40 measures and 120 effects while thirty others edit, and
 * measures from the key that goes down to the frame in which the browser has painted it. The board is
 * opened twice before: as in a new browser, and with what that keeps of an earlier visit.
 */
const others = 30;
const letters = 65;
/** While the form for a new card is still being painted. */
const firstLetters = 5;
const dataDirectory = mkdtempSync(join(tmpdir(), 'tegenwicht-typing-'));
const port = 4192;
const server = await startServer(port, dataDirectory);
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
		data: serialiseWorkshopFile(referenceModel({ measures: 40, effects: 120 }))
	})
	.then((reply) => reply.json());
const page = await context.newPage();
await page.addInitScript(`(${markWhenDrawn.toString()})()`);
const first = await openBoard();
const again = await openBoard();

const crowd: LightClient[] = [];
for (let index = 0; index < others; index += 1) crowd.push(await someoneElse(index));
const timers = crowd.map((client, index) =>
	setInterval(() => client.write(`Maatregel van ${index} op ${Date.now() % 100_000}`), 500)
);

await page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
const field = page.getByLabel(/^Wat doen we/);
await field.fill('Typen');
await page.evaluate(() => {
	const measured: number[] = [];
	Object.assign(globalThis, { measured });
	addEventListener(
		'keydown',
		() => {
			const pressed = performance.now();
			requestAnimationFrame(() => setTimeout(() => measured.push(performance.now() - pressed)));
		},
		true
	);
});
for (let letter = 0; letter < letters; letter += 1) await page.keyboard.press('a', { delay: 60 });
const measured: number[] = await page.evaluate(() => Reflect.get(globalThis, 'measured'));
const at = (part: number) => (rest[Math.floor(rest.length * part)] ?? NaN).toFixed(1);
const rest = measured.slice(firstLetters).sort((one, other) => one - other);
console.table([
	{
		'open and drawn ms': first.toFixed(0),
		'again ms': again.toFixed(0),
		[`slowest of first ${firstLetters} letters ms`]: Math.max(
			...measured.slice(0, firstLetters)
		).toFixed(0),
		'key to paint p50 ms': at(0.5),
		'p95 ms': at(0.95),
		'max ms': at(0.999)
	}
]);
for (const timer of timers) clearInterval(timer);
for (const client of crowd) client.leave();
await browser.close();
await server.kill('SIGTERM');
rmSync(dataDirectory, { recursive: true });

/** Opens the board and gives the milliseconds from asking for the page until all its cards are painted. */
async function openBoard(): Promise<number> {
	await page.goto('about:blank');
	await page.goto(`${server.origin}/w/${started.id}/arena`);
	const drawn = await page.waitForFunction(() => Reflect.get(globalThis, 'drawn'));
	// The next opening begins when this one has settled.
	await page.waitForTimeout(3_000);
	return (await drawn.jsonValue()) as number;
}

/** Runs in the page before anything else. */
function markWhenDrawn(): void {
	const look = () => {
		if (document.querySelectorAll('[data-place^="effect:"]').length < 120)
			requestAnimationFrame(look);
		else setTimeout(() => Object.assign(globalThis, { drawn: performance.now() }));
	};
	requestAnimationFrame(look);
}

async function someoneElse(index: number): Promise<LightClient> {
	const reply = await fetch(`${server.origin}/api/join`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token: started.links.participant.split('#')[1] })
	});
	const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? '';
	const client = new LightClient({
		port,
		host: 'localhost',
		path: `/sync/${started.id}/board`,
		name: `other-${index}`,
		cookie
	});
	await client.welcomed;
	client.enter();
	return client;
}
