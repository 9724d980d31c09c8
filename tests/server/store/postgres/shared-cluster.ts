import { afterAll, beforeAll } from 'vitest';
import { findPostgres, startCluster, type Cluster } from './cluster.ts';
import { Databases } from './databases.ts';

/** A cluster with databases for tests; there as soon as the first of them begins. */
export type SharedCluster = { readonly cluster: Cluster; readonly databases: Databases };

/** Has one cluster run for all tests of the group that this is called in. */
export function sharedCluster(): SharedCluster {
	let running: SharedCluster | undefined;
	const there = (): SharedCluster => {
		if (!running) throw new Error('The cluster runs only while tests do.');
		return running;
	};
	beforeAll(async () => {
		const programs = findPostgres();
		if (!programs) throw new Error('PostgreSQL is not installed here.');
		const cluster = await startCluster(programs, { durable: false });
		running = { cluster, databases: new Databases(cluster) };
	}, 60_000);
	afterAll(() => running?.cluster.discard());
	return {
		get cluster() {
			return there().cluster;
		},
		get databases() {
			return there().databases;
		}
	};
}
