import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { findPostgres, startCluster } from '../../server/store/postgres/cluster.ts';

/** A PostgreSQL of our own with one database, which servers share. */
export type Postgres = {
	readonly url: string;
	/** Runs statements with psql and gives what it prints. */
	readonly psql: (sql: string) => string;
	/** Ends it as when the machine loses power. */
	readonly halt: () => Promise<void>;
	readonly start: () => Promise<void>;
	readonly end: () => Promise<void>;
};

/** @throws {Error} where PostgreSQL is not installed */
export async function startPostgres(): Promise<Postgres> {
	const programs = findPostgres();
	if (programs === undefined) throw new Error('This needs PostgreSQL.');
	const cluster = await startCluster(programs, { durable: true });
	const url = cluster.urlOf('postgres');
	return {
		url,
		psql: (sql) => {
			const options = ['-XAtq', '-v', 'ON_ERROR_STOP=1', '-d', url, '-c', sql];
			const { status, stdout, stderr } = spawnSync(join(programs, 'psql'), options, {
				encoding: 'utf8'
			});
			if (status !== 0) throw new Error(stderr);
			return stdout.trim();
		},
		halt: cluster.kill,
		start: cluster.start,
		end: cluster.discard
	};
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
	const probe = createServer().listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	probe.close();
	await once(probe, 'close');
	return port;
}
