import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { keepLog } from './kept-logs.ts';

export type RunningServer = {
	readonly origin: string;
	/** Milliseconds from starting the process to the line that says it is ready. */
	readonly readyAfter: number;
	readonly kill: (signal: NodeJS.Signals) => Promise<void>;
};

/** Starts the product's own server on a port and waits until it says that it is ready. */
export async function startServer(port: number, dataDirectory: string): Promise<RunningServer> {
	const started = performance.now();
	const child = spawn(process.execPath, ['server.js'], {
		env: { ...process.env, PORT: String(port), HOST: 'localhost', DATA_DIR: dataDirectory },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	child.stderr.setEncoding('utf8').on('data', keepLog(child.pid));
	const killWithUs = () => child.kill('SIGKILL');
	process.once('exit', killWithUs);
	child.once('exit', () => process.off('exit', killWithUs));
	await new Promise<void>((ready, failed) => {
		child.once('exit', () => failed(new Error('The server ended before it was ready.')));
		child.stdout.on('data', (text) => String(text).includes('is ready on') && ready());
	});
	return {
		origin: `http://localhost:${port}`,
		readyAfter: performance.now() - started,
		kill: async (signal) => {
			if (child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, 'exit');
			child.kill(signal);
			await gone;
		}
	};
}
