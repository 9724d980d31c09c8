import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres-process.ts';

const ours = new URL('../../../deploy/cluster/Caddyfile', import.meta.url);

/** Caddy with the settings that the program comes with, in front of nodes on this machine. */
export type Proxy = {
	readonly address: string;
	readonly end: () => Promise<void>;
};

/**
 * Tells whether Caddy is here; where it is not it says so.
 *
 * @throws {Error} where everything must be tested
 */
export function proxyCanBeTested(): boolean {
	const found = spawnSync('caddy', ['version']).status === 0;
	const missing =
		'Caddy is not installed here, so nothing was tested behind it; on Debian: apt-get install caddy.';
	if (!found && process.env.CI) throw new Error(missing);
	if (!found) console.warn(missing);
	return found;
}

/** @param addresses of the nodes, such as `http://127.0.0.1:3001`, as many as the settings name */
export async function startProxy(addresses: readonly string[]): Promise<Proxy> {
	const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-caddy-'));
	const port = await freePort();
	const config = join(folder, 'Caddyfile');
	writeFileSync(config, settings(addresses));
	const child = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', config], {
		env: { ...process.env, SITE: `http://:${port}`, HOME: folder, XDG_DATA_HOME: folder },
		stdio: ['ignore', 'ignore', 'pipe']
	});
	let log = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
	process.once('exit', () => child.kill('SIGKILL'));
	const address = `http://127.0.0.1:${port}`;
	while (!(await answers(address))) {
		if (child.exitCode !== null) throw new Error(`Caddy ended before it was ready: ${log}`);
		await pause(50);
	}
	return {
		address,
		end: async () => {
			const gone = once(child, 'exit');
			// Asked kindly it waits for streams that are open.
			child.kill('SIGKILL');
			await gone;
			rmSync(folder, { recursive: true });
		}
	};
}

/** What is in the file, but without certificates, and with the nodes where they are here. */
function settings(addresses: readonly string[]): string {
	const text = readFileSync(ours, 'utf8');
	const names = addresses.map((_, index) => `node${index + 1}:3000`).join(' ');
	if (!text.includes(names)) throw new Error(`The Caddyfile does not name ${names}.`);
	const hosts = addresses.map((address) => new URL(address).host).join(' ');
	return `{\n\tadmin off\n\tauto_https off\n}\n${text.replace(names, hosts)}`;
}

async function answers(address: string): Promise<boolean> {
	return fetch(`${address}/healthz`).then(
		({ ok }) => ok,
		() => false
	);
}
