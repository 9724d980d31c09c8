import { expect, test } from '@playwright/test';
import * as Y from 'yjs';
import { demo, startWorkshop, visit } from './support.ts';

/** A y-websocket frame that would rename the workshop, as somebody could make by hand. */
function renamingFrame(): number[] {
	const doc = new Y.Doc();
	doc.getMap('workshop').set('title', 'Overgenomen');
	const update = Y.encodeStateAsUpdate(doc);
	expect(update.length).toBeLessThan(128);
	return [0, 2, update.length, ...update];
}

for (const role of ['observer', 'critic'] as const) {
	test(`the ${role} reads everything and cannot write, also not by a frame made by hand`, async ({
		browser,
		request
	}) => {
		const started = await startWorkshop(request, demo);
		const { page, close } = await visit(browser, started.links[role]);
		await expect(
			page.getByRole('button', { name: 'Vier portiekflats renoveren en verduurzamen' })
		).toBeVisible();
		await expect(page.getByRole('button', { name: 'Kaart toevoegen' })).toHaveCount(0);

		const code = await page.evaluate(
			async ({ id, frame }) => {
				const socket = new WebSocket(`ws://${location.host}/sync/${id}/board`);
				await new Promise((resolve) => (socket.onopen = resolve));
				socket.send(new Uint8Array(frame));
				return new Promise<number>((resolve) => (socket.onclose = (event) => resolve(event.code)));
			},
			{ id: started.id, frame: renamingFrame() }
		);
		expect(code).toBe(4403);

		const file = await (await request.get(`/api/workshops/${started.id}/file`)).json();
		expect(file.workshop.title).toBe('Molenwijk: wat doen we de komende tien jaar?');
		await close();
	});
}
