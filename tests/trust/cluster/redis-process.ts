import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './postgres-process.ts';

/** A Redis of our own, on a free port of this machine; it keeps nothing. */
export type Redis = {
	readonly url: string;
	readonly start: () => Promise<void>;
	readonly halt: () => Promise<void>;
};

export async function startRedis(): Promise<Redis> {
	const port = String(await freePort());
	const options = ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
	let server: ReturnType<typeof spawn> | undefined;
	const start = async () => {
		const child = spawn('redis-server', options, { stdio: 'ignore', cwd: tmpdir() });
		server = child;
		process.once('exit', () => child.kill('SIGKILL'));
		while (spawnSync('redis-cli', ['-p', port, 'ping']).status !== 0) {
			if (child.exitCode !== null) throw new Error('Redis ended before it was ready.');
			await pause(50);
		}
	};
	await start();
	return {
		...{ url: `redis://127.0.0.1:${port}`, start },
		halt: async () => {
			if (!server || server.exitCode !== null || server.signalCode !== null) return;
			const gone = once(server, 'exit');
			server.kill('SIGKILL');
			await gone;
		}
	};
}
