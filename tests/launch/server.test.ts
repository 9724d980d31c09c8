import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../server/running-server.ts';
import { closeCodeOf } from '../server/visitor.ts';

const program = new URL('../../server.js', import.meta.url).pathname;
const patience = 120_000;

let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'tegenwicht-launch-'));
	// Builds when that is needed, so that the tests below start a program that is ready.
	await (await startServer()).stop();
}, patience);
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program until it ends by itself. */
async function run(environment: Record<string, string>) {
	const child = spawn(process.execPath, [program], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	const [code] = await once(child, 'exit');
	return { code, sentences: errors.trim().split('\n') };
}

describe('a server that cannot start says why in one sentence and exits with 1', () => {
	test('on a wrong value', async () => {
		expect(await run({ PORT: 'abc' })).toEqual({
			code: 1,
			sentences: ['PORT is "abc", but must be a whole number from 0 to 65535.']
		});
	});

	test(
		'on a port that is taken',
		async () => {
			const other = createServer().listen(0, '127.0.0.1');
			await once(other, 'listening');
			const { port } = other.address() as { port: number };
			expect(await run({ PORT: String(port) })).toEqual({
				code: 1,
				sentences: [
					`Port ${port} is in use; stop the other program or choose a port, like PORT=3001 npm start.`
				]
			});
			other.close();
		},
		patience
	);

	test(
		'on a folder that cannot be made',
		async () => {
			const file = join(folder, 'file');
			writeFileSync(file, '');
			const { code, sentences } = await run({ DATA_DIR: join(file, 'data') });
			expect(code).toBe(1);
			expect(sentences).toEqual([
				expect.stringMatching(
					/^DATA_DIR ".*" cannot be used: .* Choose a folder that can be written\.$/
				)
			]);
		},
		patience
	);

	test(
		'on a database that is none',
		async () => {
			const directory = mkdtempSync(join(folder, 'broken-'));
			writeFileSync(join(directory, 'tegenwicht.db'), 'this is not a database, '.repeat(500));
			const { code, sentences } = await run({ DATA_DIR: directory });
			expect(code).toBe(1);
			expect(sentences).toEqual([
				expect.stringMatching(/ is damaged: tegenwicht\.db: file is not a database\. .* restore /)
			]);
		},
		patience
	);

	test(
		'on a database of a newer program',
		async () => {
			const directory = mkdtempSync(join(folder, 'newer-'));
			const database = new DatabaseSync(join(directory, 'tegenwicht.db'));
			database.exec('PRAGMA user_version = 900');
			database.close();
			const { code, sentences } = await run({ DATA_DIR: directory });
			expect(code).toBe(1);
			expect(sentences).toEqual([expect.stringMatching(/version 900.*start a newer Tegenwicht/)]);
		},
		patience
	);

	test(
		'on a folder that another server uses',
		async () => {
			const first = await startServer();
			const { code, sentences } = await run({ DATA_DIR: first.directory });
			expect(code).toBe(1);
			expect(sentences).toEqual([expect.stringContaining('Another Tegenwicht server is using')]);
			await first.stop();
		},
		patience
	);
});

describe('a running server', () => {
	let server: RunningServer;
	beforeAll(async () => {
		server = await startServer({}, join(folder, 'made', 'when', 'missing'));
	}, patience);
	afterAll(async () => {
		await server.stop();
	});

	test('makes its folder and keeps its database there', () => {
		expect(existsSync(join(folder, 'made', 'when', 'missing', 'tegenwicht.db'))).toBe(true);
	});

	test('says that it is alive and ready', async () => {
		expect(await server.visitor().get('/healthz')).toMatchObject({
			status: 200,
			json: { status: 'alive' }
		});
		expect(await server.visitor().get('/readyz')).toMatchObject({
			status: 200,
			json: { status: 'ready' }
		});
	});

	test('protects every answer', async () => {
		const page = await server.visitor().get('/');
		const style = /href="\.?(\/_app\/[^"]+\.css)"/.exec(page.text)?.[1];
		expect(style).toBeDefined();
		for (const path of ['/', '/healthz', '/no/such/page', '/mark.svg', `${style}`]) {
			const { headers } = await server.visitor().get(path);
			expect(Object.fromEntries(headers), path).toMatchObject({
				'x-content-type-options': 'nosniff',
				'x-frame-options': 'DENY',
				'referrer-policy': 'no-referrer',
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'permissions-policy': expect.stringContaining('geolocation=()')
			});
		}
		const { headers } = page;
		expect(headers.get('content-security-policy')).toContain("default-src 'self'");
		expect(headers.get('strict-transport-security')).toBeNull();
	});

	test("speaks the visitor's language, in the theme that was chosen", async () => {
		const visitor = server.visitor();
		visitor.headers = { 'accept-language': 'en-GB,en;q=0.9' };
		expect((await visitor.get('/')).text).toMatch(/<html lang="en" data-theme="auto">/);
		visitor.headers = { cookie: 'language=nl; theme=dark', 'accept-language': 'en' };
		expect((await visitor.get('/')).text).toMatch(/<html lang="nl" data-theme="dark">/);
	});

	test('a browser asks who it is in a workshop while it still fetches the program', async () => {
		const visitor = server.visitor();
		const linksOf = async (path: string) => (await visitor.get(path)).headers.get('link') ?? '';
		expect(await linksOf('/w/abc/arena')).toContain('</api/workshops/abc>; rel="preload"');
		expect(await linksOf('/w/%0Aabc%3E/arena')).toContain('</api/workshops/%0Aabc%3E>;');
		expect(await linksOf('/w/abc/arena/__data.json')).not.toContain('/api/');
		expect(await linksOf('/join')).not.toContain('/api/');
	});

	test('gives a page that does not exist as a page, and logs nothing of it', async () => {
		const { status, text } = await server.visitor().get('/no/such/page?secret=1');
		expect(status).toBe(404);
		expect(text).toContain('<html');
		expect(server.log()).not.toContain('secret');
	});
});

describe('stopping', () => {
	test.each(['SIGTERM', 'SIGINT'] as const)(
		'with %s tells sockets to come back later, keeps what was said and exits with 0',
		async (signal) => {
			const server = await startServer();
			const anna = server.visitor();
			const { id } = await anna.start({ title: 'Kept' });
			const socket = anna.socket(id, 'board');
			await once(socket, 'message');
			const closed = closeCodeOf(socket);
			const before = performance.now();
			expect(await server.stop({ signal, keep: true })).toBe(0);
			expect(performance.now() - before).toBeLessThan(2000);
			expect(await closed).toBe(4500);
			const again = await startServer({}, server.directory);
			const visitor = again.visitor();
			visitor.cookie = anna.cookie;
			expect((await visitor.get(`/api/workshops/${id}`)).json.title).toBe('Kept');
			await again.stop();
		},
		patience
	);

	test(
		'by kill -9 loses nothing either, and the folder is free at once',
		async () => {
			const server = await startServer();
			const anna = server.visitor();
			const { id } = await anna.start({ title: 'Kept' });
			await server.stop({ signal: 'SIGKILL', keep: true });
			const again = await startServer({}, server.directory);
			const visitor = again.visitor();
			visitor.cookie = anna.cookie;
			expect((await visitor.get(`/api/workshops/${id}`)).json.title).toBe('Kept');
			await again.stop();
		},
		patience
	);
});

test(
	'behind a proxy with https, browsers are told to keep to it',
	async () => {
		const server = await startServer({ ORIGIN: 'https://arena.example' });
		const { headers } = await server.visitor().get('/healthz');
		expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
		await server.stop();
	},
	patience
);
