import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { once } from 'node:events';
import { mayReadMetrics } from '#lib/server/operations/metrics-access.ts';
import { obstacles } from '#lib/server/operations/readiness.ts';
import { createLog } from '#lib/server/log.ts';
import { makeBackup } from '#lib/server/store/backup/backup.ts';
import { startServer, type RunningServer } from './running-server.ts';
import { temporaryStore } from './store/temporary-store.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
}, 120_000);
afterAll(() => server.stop());

/** Values by name and labels, as they are written. */
async function metrics(): Promise<Map<string, number>> {
	const { text } = await server.visitor().get('/metrics');
	const lines = text.split('\n').filter((line) => line && !line.startsWith('#'));
	return new Map(
		lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))])
	);
}

describe('metrics', () => {
	test('count who is connected and how large the documents are', async () => {
		const anna = server.visitor();
		const { id } = await anna.start({ title: 'A title that nobody may read here' });
		const socket = anna.socket(id, 'board');
		await once(socket, 'message');
		const values = await metrics();
		expect(values.get('tegenwicht_connections')).toBe(1);
		expect(values.get('tegenwicht_rooms')).toBeGreaterThan(0);
		expect(values.get('tegenwicht_documents_bytes')).toBeGreaterThan(50);
		expect(values.get('tegenwicht_store_down')).toBe(0);
		expect(values.get('tegenwicht_ack_latency_seconds{quantile="0.99"}')).toBeDefined();
		expect(values.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
		const { text } = await server.visitor().get('/metrics');
		expect(text).not.toContain(id);
		expect(text).not.toContain('nobody may read');
		socket.terminate();
	});

	test('count refusals by their rule', async () => {
		const anna = server.visitor();
		const { id } = await anna.start();
		const socket = anna.socket(id, 'board');
		await once(socket, 'message');
		socket.send(Uint8Array.of(0, 2, 4, 1, 1, 1, 1));
		const [code] = await once(socket, 'close');
		expect(code).toBe(4400);
		const rules = [...(await metrics()).keys()].filter((name) => name.includes('refusals'));
		expect(rules).toHaveLength(1);
	});

	test('tell how old the last backup is, and nothing before the first', async () => {
		expect((await metrics()).has('tegenwicht_backup_age_seconds')).toBe(false);
		await makeBackup({
			...{ dataDirectory: server.directory, folder: `${server.directory}/backups` },
			...{ keepDays: undefined, now: Date.now() - 60_000 }
		});
		const age = (await metrics()).get('tegenwicht_backup_age_seconds');
		expect(age).toBeGreaterThanOrEqual(60);
		expect(age).toBeLessThan(90);
	});
});

describe('who may read metrics', () => {
	const here = { authorization: null, address: '127.0.0.1', forwarded: false };
	const open = { token: undefined, behindProxy: false };
	const closed = { token: 'a-token-of-a-scraper', behindProxy: false };

	test.each([
		['this machine', here, open, true],
		['this machine over IPv6', { ...here, address: '::1' }, open, true],
		['this machine, as IPv6 writes IPv4', { ...here, address: '::ffff:127.0.0.1' }, open, true],
		['another machine', { ...here, address: '10.0.0.7' }, open, false],
		['a proxy on this machine', { ...here, forwarded: true }, open, false],
		['anybody behind a configured proxy', here, { ...open, behindProxy: true }, false],
		['this machine when there is a token', here, closed, false],
		['a wrong token', { ...here, authorization: 'Bearer nothing' }, closed, false],
		['the token', { ...here, authorization: 'Bearer a-token-of-a-scraper' }, closed, true]
	])('%s', (_, asked, settings, allowed) => {
		expect(mayReadMetrics(asked, settings)).toBe(allowed);
	});

	test.each(['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])(
		'others, as %s shows, hear that there is nothing',
		async (name) => {
			const visitor = server.visitor();
			visitor.headers = { [name]: '10.0.0.7' };
			expect(await visitor.get('/metrics')).toMatchObject({ status: 404 });
		}
	);
});

describe('ready', () => {
	const hub = { figures: () => ({ storeDown: false }) } as never;
	const configuration = { dataDirectory: '/tmp' } as never;
	const log = createLog('silent');

	test('is a server that can write, with room on its disk', async () => {
		const { store, discard } = await temporaryStore(() => 1);
		expect(await obstacles({ store, hub, log, configuration })).toEqual([]);
		expect(await obstacles({ store, hub, log, configuration }, Infinity)).toEqual(['disk']);
		await discard();
		expect(await obstacles({ store, hub, log, configuration })).toEqual(['store']);
	});
});

test('the content security policy lets nothing in but what the server itself sends', async () => {
	const { headers } = await server.visitor().get('/');
	const policy = new Map(
		(headers.get('content-security-policy') ?? '').split(';').map((directive) => {
			const [name = '', ...sources] = directive.trim().split(' ');
			return [name, sources];
		})
	);
	for (const [name, sources] of policy) {
		for (const source of sources) {
			const own = /^'(self|none|unsafe-hashes|nonce-\S+|sha256-\S+)'$/.test(source);
			expect([name, source, own || (name === 'img-src' && source === 'data:')]).toEqual([
				name,
				source,
				true
			]);
		}
	}
	expect(policy.get('script-src')?.some((source) => source.startsWith("'nonce-"))).toBe(true);
	expect(policy.get('script-src')).not.toContain("'unsafe-hashes'");
	for (const name of ['object-src', 'base-uri', 'frame-ancestors']) {
		expect(policy.get(name)).toEqual(["'none'"]);
	}
});
