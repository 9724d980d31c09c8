import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Visitor } from '../../server/visitor.ts';
import { freePort, type Postgres } from './postgres-process.ts';

/** The address that visitors use, behind which the nodes stand. */
const site = 'http://arena.test';
const program = new URL('../../../server.js', import.meta.url).pathname;

/** One server of a cluster, on a port that it keeps when it is started again. */
export type ClusterNode = {
	readonly address: string;
	readonly start: () => Promise<void>;
	/** Sends a signal; resolves when the process is gone, or at once for those that don't end it. */
	readonly send: (signal: NodeJS.Signals) => Promise<void>;
	/** What it wrote to its log. */
	readonly log: () => string;
	/** A figure of `/metrics`. */
	readonly figure: (name: string) => Promise<number>;
};

/** Servers that share a database, and what they run on. */
export class Nodes {
	readonly all: ClusterNode[] = [];
	readonly #postgres: Postgres;
	readonly #settings: Record<string, string>;
	readonly #directories: string[] = [];
	#visitors = 0;

	/** @param settings environment variables that all of them get */
	constructor(postgres: Postgres, settings: Record<string, string> = {}) {
		this.#postgres = postgres;
		this.#settings = settings;
	}

	async add(): Promise<ClusterNode> {
		const port = await freePort();
		const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-node-'));
		this.#directories.push(directory);
		const node = createNode(port, {
			...{ HOST: '127.0.0.1', DATA_DIR: directory, LOG_LEVEL: 'warn', ORIGIN: site },
			...{ DATABASE_URL: this.#postgres.url, METRICS_TOKEN: metricsToken },
			...this.#settings
		});
		await node.start();
		this.all.push(node);
		return node;
	}

	/** The node that owns a workshop now. */
	ownerOf(workshopId: string): ClusterNode | undefined {
		const address = this.#postgres.psql(
			`SELECT address FROM room_lease JOIN nodes USING (node)
			WHERE workshop_id = '${workshopId}' AND until > clock_timestamp()`
		);
		return this.all.find((node) => node.address === address);
	}

	/** Somebody with a browser, at an address of their own, who asks one of the nodes. */
	visitor(node: ClusterNode): Visitor {
		const visitor = new Visitor(node.address, site);
		this.#visitors += 1;
		visitor.headers = { 'x-forwarded-for': `10.1.${this.#visitors >> 8}.${this.#visitors & 255}` };
		return visitor;
	}

	async end(): Promise<void> {
		for (const node of this.all) await node.send('SIGKILL');
		for (const directory of this.#directories) rmSync(directory, { recursive: true });
	}
}

const metricsToken = 'a-token-for-the-metrics-of-nodes';

/** Headers with which somebody's browser opens a socket. */
export function socketHeaders({ cookie }: Visitor) {
	return { Cookie: cookie ?? '', Origin: site };
}

function createNode(port: number, environment: Record<string, string>): ClusterNode {
	const address = `http://127.0.0.1:${port}`;
	let child: ChildProcess | undefined;
	let log = '';
	return {
		address,
		log: () => log,
		start: async () => {
			const fresh = spawn(process.execPath, [program], {
				env: { ...process.env, PORT: String(port), ...environment },
				stdio: ['ignore', 'pipe', 'pipe']
			});
			child = fresh;
			const killWithUs = () => fresh.kill('SIGKILL');
			process.once('exit', killWithUs);
			fresh.once('exit', () => process.off('exit', killWithUs));
			fresh.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
			for await (const line of createInterface({ input: fresh.stdout })) {
				if (line.includes('is ready on')) return;
			}
			throw new Error(`A node did not start: ${log}`);
		},
		send: async (signal) => {
			if (!child || child.exitCode !== null || child.signalCode !== null) return;
			const gone = once(child, 'exit');
			child.kill(signal);
			if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await gone;
		},
		figure: async (name) => {
			const headers = { authorization: `Bearer ${metricsToken}` };
			const text = await (await fetch(`${address}/metrics`, { headers })).text();
			const [, value] = new RegExp(`^${name}(?:{[^}]*})? (.*)$`, 'm').exec(text) ?? [];
			return Number(value);
		}
	};
}
