import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
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

beforeAll(async () => {
	// Builds when that is needed, and leaves a folder with a database in it.
	const server = await startServer();
	await server.stop({ keep: true });
	folder = mkdtempSync(join(tmpdir(), 'tegenwicht-unwritable-'));
	chmodSync(folder, 0o755);
	cpSync(server.directory, join(folder, 'used'), { recursive: true });
	rmSync(server.directory, { recursive: true });
	installation = install(join(folder, 'installation'));
}, patience);
afterAll(() => {
	chmodSync(join(folder, 'used'), 0o755);
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

async function startWithoutRights(dataDirectory: string) {
	const program = [process.execPath, 'server.js'];
	const [command = '', ...rest] = isRoot ? [...nobody, ...program] : program;
	const child = spawn(command, rest, {
		cwd: installation,
		env: { PATH: process.env.PATH, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDirectory },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let errors = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	const [code] = await once(child, 'exit');
	return { code, sentences: errors.trim().split('\n') };
}

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
