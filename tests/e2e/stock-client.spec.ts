import { expect, test } from '@playwright/test';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { demo, startWorkshop } from './support.ts';

test('an unmodified y-websocket client with a cookie and a matching Origin joins and edits', async ({
	request,
	baseURL
}) => {
	const { id } = await startWorkshop(request, demo);
	const { cookies } = await request.storageState();
	const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
	const origin = new URL(baseURL ?? '').origin;
	class SocketWithCookie extends WebSocket {
		constructor(address: string, protocols: string[]) {
			super(address, protocols, { headers: { cookie, origin } });
		}
	}
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(
		`${origin.replace('http', 'ws')}/sync/${id}`,
		'board',
		doc,
		{
			WebSocketPolyfill: SocketWithCookie as unknown as typeof globalThis.WebSocket,
			disableBc: true
		}
	);
	await expect.poll(() => provider.synced).toBe(true);
	expect(doc.getMap('measures').size).toBe(10);

	doc.getMap('workshop').set('title', 'Door een ander programma veranderd');
	await expect
		.poll(
			async () => (await (await request.get(`/api/workshops/${id}/file`)).json()).workshop.title
		)
		.toBe('Door een ander programma veranderd');
	provider.destroy();
});
