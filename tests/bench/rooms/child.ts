import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

const longestSilence = 90_000;
const started = new Set<ChildProcess>();

process.once('exit', () => started.forEach((one) => one.kill('SIGKILL')));
for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(1));

/** A server or load generator in a process of its own, which answers what it is asked. */
export class Child {
	readonly #process: ChildProcess;
	/** What it said and nobody has heard yet: a busy server may answer after the load has gone on. */
	readonly #said: unknown[] = [];

	private constructor(process: ChildProcess) {
		this.#process = process;
		process.on('message', (message) => this.#said.push(message));
	}

	/** Starts a script; `given` arrives there as its first message. */
	static start(script: URL, given: unknown, flags: string[] = []): Child {
		const process = fork(script, { execArgv: flags });
		started.add(process);
		process.once('exit', () => started.delete(process));
		process.send(given as object);
		return new Child(process);
	}

	/** The next message; a server that is overwhelmed must not keep the benchmark for ever. */
	async hear<Message>(): Promise<Message> {
		const signal = AbortSignal.timeout(longestSilence);
		try {
			if (this.#said.length === 0) {
				await Promise.race([
					once(this.#process, 'message', { signal }),
					once(this.#process, 'exit', { signal })
				]);
			}
		} catch {
			throw new Error('A process of the benchmark did not answer in time.');
		}
		if (this.#said.length === 0) throw new Error('A process of the benchmark ended too early.');
		return this.#said.shift() as Message;
	}

	async ask<Message>(question: string): Promise<Message> {
		this.#process.send(question);
		return this.hear<Message>();
	}

	/** Asks it to clean up and end, and makes sure that it does. */
	async end(): Promise<void> {
		if (this.#process.exitCode !== null) return;
		const gone = once(this.#process, 'exit');
		const impatience = setTimeout(() => this.#process.kill('SIGKILL'), 5_000);
		this.#process.send('end');
		await gone;
		clearTimeout(impatience);
	}
}

/** What a server process says of itself. */
export type Usage = {
	/** Microseconds of processor time since it started. */
	readonly processor: number;
	/** Bytes of memory that the process has. */
	readonly memory: number;
	/** Milliseconds on this process's clock. */
	readonly at: number;
	/** What it counted, for a look behind the figures. */
	readonly counted?: unknown;
};

/** Answers `usage` questions in a server process. */
export function answerUsage(counted?: () => unknown): void {
	process.on('message', (question) => {
		if (question !== 'usage' && question !== 'settled') return;
		if (question === 'settled') globalThis.gc?.();
		const { user, system } = process.cpuUsage();
		const usage: Usage = {
			processor: user + system,
			memory: process.memoryUsage().rss,
			at: performance.now(),
			counted: counted?.()
		};
		process.send?.(usage);
	});
}

/** Waits for the first message that this process is sent; ends the process with who started it. */
export async function given<Message>(): Promise<Message> {
	process.once('disconnect', () => process.exit());
	const [message] = (await once(process, 'message')) as [Message];
	return message;
}
