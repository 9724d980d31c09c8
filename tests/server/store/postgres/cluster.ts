import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const missing =
	'PostgreSQL is not installed here, so nothing was tested with it; on Debian: apt-get install postgresql.';

/** A PostgreSQL server of our own on a loopback port, in a folder that `discard` throws away. */
export type Cluster = {
	/** The address of a database in it; user and password don't matter. */
	readonly urlOf: (database: string) => string;
	/** Ends it at once, as when the machine loses power: what was committed is there after `start`. */
	readonly kill: () => Promise<void>;
	readonly start: () => Promise<void>;
	readonly discard: () => Promise<void>;
};

/**
 * The folder with the programs of PostgreSQL; undefined where they are not installed, after saying so.
 *
 * @throws {Error} where everything must be tested
 */
export function findPostgres(): string | undefined {
	const folder = candidates().find((path) => existsSync(join(path, 'initdb')));
	if (folder === undefined && process.env.CI) throw new Error(missing);
	if (folder === undefined) console.warn(missing);
	return folder;
}

function candidates(): string[] {
	const debian = '/usr/lib/postgresql';
	const versions = existsSync(debian) ? readdirSync(debian).toSorted().reverse() : [];
	return [
		...versions.map((version) => join(debian, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter)
	];
}

/**
 * Makes and starts a cluster.
 *
 * @param options.durable false leaves out syncs to disk, for tests that never cut the power: five times quicker
 */
export async function startCluster(
	programs: string,
	options: { readonly durable: boolean }
): Promise<Cluster> {
	const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-postgres-'));
	const who = ownerOf(folder);
	const port = await freePort();
	make(join(programs, 'initdb'), folder, who);
	const syncs = options.durable ? [] : ['-c', 'fsync=off', '-c', 'full_page_writes=off'];
	let server: ChildProcess | undefined;
	// Tests that fail half-way leave nothing behind that runs.
	process.once('exit', () => server?.kill('SIGQUIT'));
	const cluster: Cluster = {
		urlOf: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
		start: async () => {
			server = spawn(
				join(programs, 'postgres'),
				[
					...['-D', folder, '-p', String(port), '-c', 'listen_addresses=127.0.0.1'],
					...['-c', 'unix_socket_directories=', '-c', 'max_connections=60', ...syncs]
				],
				{ ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] }
			);
			await ready(server);
		},
		kill: () => stop(server, 'SIGQUIT'),
		discard: async () => {
			await stop(server, 'SIGINT');
			rmSync(folder, { recursive: true });
		}
	};
	await cluster.start();
	return cluster;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function ownerOf(folder: string): { uid?: number; gid?: number } {
	if (process.getuid?.() !== 0) return {};
	const numberOf = (flag: string) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
	const who = { uid: numberOf('-u'), gid: numberOf('-g') };
	chownSync(folder, who.uid, who.gid);
	return who;
}

/** Its own order of texts is that of a language, so that a query that counts on bytes shows itself. */
function make(initdb: string, folder: string, who: { uid?: number; gid?: number }): void {
	const made = spawnSync(
		initdb,
		[
			...['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
			...['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=nl']
		],
		{ ...who, cwd: folder, encoding: 'utf8' }
	);
	if (made.status !== 0) throw new Error(made.stderr || String(made.error));
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

async function ready(server: ChildProcess): Promise<void> {
	const lines: string[] = [];
	for await (const line of createInterface({ input: server.stderr! })) {
		lines.push(line);
		if (line.includes('ready to accept connections')) {
			// Nobody reads on; a full pipe would hold the server up.
			server.stderr!.resume();
			return;
		}
	}
	throw new Error(lines.join('\n'));
}

async function stop(server: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
	if (!server || server.exitCode !== null || server.signalCode !== null) return;
	const ended = once(server, 'exit');
	server.kill(signal);
	await ended;
}
