import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { keepLog } from '../trust/kept-logs.ts';
import { Visitor } from './visitor.ts';

const program = new URL('../../server.js', import.meta.url).pathname;

/** A real server in a process of its own, on a free port and a folder of its own. */
export type RunningServer = {
	readonly origin: string;
	readonly directory: string;
	/** Number of its process. */
	readonly pid: number;
	/** What it wrote to standard error until now: its log. */
	readonly log: () => string;
	/** Somebody with a browser of their own; behind a proxy (ORIGIN) also at an address of their own. */
	readonly visitor: () => Visitor;
	/** Ends the process and gives its exit code; the folder stays when `keep` is true. */
	readonly stop: (options?: { signal?: NodeJS.Signals; keep?: boolean }) => Promise<number | null>;
};

/** Starts the built server and waits until it says that it is ready; builds when that is needed. */
export async function startServer(
	environment: Record<string, string> = {},
	directory = mkdtempSync(join(tmpdir(), 'tegenwicht-server-'))
): Promise<RunningServer> {
	const child = spawn(process.execPath, [program], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: directory, ...environment },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let log = '';
	let visitors = 0;
	const keep = keepLog(child.pid);
	child.stderr.setEncoding('utf8').on('data', (text: string) => {
		log += text;
		keep(text);
	});
	const port = await portSaid(child.stdout);
	if (port === undefined) throw new Error(`The server did not start: ${log}`);
	const origin = `http://127.0.0.1:${port}`;
	return {
		origin,
		directory,
		pid: child.pid ?? 0,
		log: () => log,
		visitor: () => {
			const visitor = new Visitor(origin, environment.ORIGIN ?? origin);
			visitors += 1;
			if (environment.ORIGIN) visitor.headers = { 'x-forwarded-for': addressOf(visitors) };
			return visitor;
		},
		stop: async ({ signal = 'SIGTERM', keep: keepFolder = false } = {}) => {
			const runs = child.exitCode === null && child.signalCode === null;
			if (runs) {
				const exit = once(child, 'exit');
				child.kill(signal);
				await exit;
			}
			if (!keepFolder) rmSync(directory, { recursive: true, force: true });
			return child.exitCode;
		}
	};
}

/** A different address for every number. */
function addressOf(number: number): string {
	return `10.0.${number >> 8}.${number & 255}`;
}

/** Reads until the line that says where the server listens; undefined when the process ended first. */
async function portSaid(output: NodeJS.ReadableStream): Promise<string | undefined> {
	for await (const line of createInterface({ input: output })) {
		const port = /ready on .*:(\d+)$/.exec(line)?.[1];
		if (port) return port;
	}
	return undefined;
}
