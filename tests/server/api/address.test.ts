import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';

let server: RunningServer;

beforeAll(async () => {
	server = await startServer();
}, 120_000);
afterAll(() => server.stop());

test('the bare address of a workshop leads to its arena', async () => {
	const anna = server.visitor();
	const { id } = await anna.start();
	const { status, headers } = await anna.get(`/w/${id}`);
	expect([status, headers.get('location')]).toEqual([307, `/w/${id}/arena`]);
});

test('the bare address tells a stranger nothing about which workshops there are', async () => {
	const { id } = await server.visitor().start();
	const stranger = server.visitor();
	for (const address of [`/w/${id}`, '/w/zzzzzzzzzzzzzzzz']) {
		const { status, headers } = await stranger.get(address);
		expect([status, headers.get('location')]).toEqual([307, `${address}/arena`]);
	}
});
