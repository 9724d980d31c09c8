import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	appendFileSync,
	chmodSync,
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	rmSync,
	symlinkSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../server/running-server.ts';

const patience = 120_000;
const isRoot = process.getuid?.() === 0;
/** Somebody who owns nothing; root itself may write everywhere. */
const nobody = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--'];

let folder: string;
let installation: string;
let withSources: string;

beforeAll(async () => {
	// Builds when that is needed, and leaves a folder with a database in it.
	const server = await startServer();
	await server.stop({ keep: true });
	folder = mkdtempSync(join(tmpdir(), 'tegenwicht-unwritable-'));
	chmodSync(folder, 0o755);
	cpSync(server.directory, join(folder, 'used'), { recursive: true });
	rmSync(server.directory, { recursive: true });
	installation = install(join(folder, 'installation'));
	withSources = installSources(join(folder, 'with-sources'));
}, patience);
afterAll(() => {
	for (const name of ['used', 'with-sources/node_modules']) {
		chmodSync(join(folder, name), 0o755);
	}
	rmSync(folder, { recursive: true });
});

/** What a container holds: no sources, so that nothing is ever built there. */
function install(place: string): string {
	mkdirSync(join(place, 'src'), { recursive: true });
	for (const part of ['server.js', 'package.json', 'build', 'src/launch']) {
		cpSync(part, join(place, part), { recursive: true });
	}
	symlinkSync(join(process.cwd(), 'node_modules'), join(place, 'node_modules'));
	return place;
}

/** What systemd starts: everything, built there by its owner. */
function installSources(place: string): string {
	const parts = ['server.js', 'package.json', 'build', 'src', 'static', 'package-lock.json'];
	mkdirSync(place);
	// Not with Node, which rounds the times by which a build is known to be fresh.
	execFileSync('cp', ['-a', ...parts, 'svelte.config.js', 'vite.config.ts', place]);
	const modules = join(place, 'node_modules');
	const cache = join(modules, '.cache/tegenwicht');
	mkdirSync(cache, { recursive: true });
	for (const name of readdirSync('node_modules').filter((name) => name !== '.cache')) {
		symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name));
	}
	cpSync('node_modules/.cache/tegenwicht/application.stamp', join(cache, 'application.stamp'));
	chmodSync(modules, 0o555);
	return place;
}

async function startWithoutRights(dataDirectory: string, cwd = installation) {
	const program = [process.execPath, 'server.js'];
	const [command = '', ...rest] = isRoot ? [...nobody, ...program] : program;
	const child = spawn(command, rest, {
		cwd,
		env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDirectory },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	// It says one thing there, when it is ready.
	child.stdout.once('data', () => child.kill('SIGTERM'));
	const [code] = await once(child, 'exit');
	return { code, sentences: errors.trim().split('\n') };
}

test(
	'what was built by somebody else is run as it is, and not built anew by who may not write there',
	async () => {
		const directory = join(folder, 'own');
		mkdirSync(directory);
		chmodSync(directory, 0o777);
		expect(await startWithoutRights(directory, withSources)).toMatchObject({ code: 0 });
		appendFileSync(join(withSources, 'package-lock.json'), '\n');
		expect(await startWithoutRights(directory, withSources)).toEqual({
			code: 1,
			sentences: [
				expect.stringMatching(
					/^The application is not built, or was changed since, .* npm run build in/
				)
			]
		});
	},
	patience
);

test.each([
	['in which a folder may not be made', 'made/data', 0o555],
	['that is empty and may not be written', 'empty', 0o555],
	['with a database that may not be written', 'used', 0o555],
	['that may not even be read', 'closed', 0o000]
])(
	'a folder %s stops the start with one sentence that says what to do',
	async (_, name, mode) => {
		const directory = join(folder, name);
		const parent = join(folder, name.split('/')[0] ?? '');
		mkdirSync(parent, { recursive: true });
		chmodSync(parent, mode);
		expect(await startWithoutRights(directory)).toEqual({
			code: 1,
			sentences: [
				expect.stringMatching(
					/^DATA_DIR ".*" cannot be used: .* Choose a folder that can be written\.$/
				)
			]
		});
	},
	patience
);
