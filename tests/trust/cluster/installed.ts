import { spawnSync } from 'node:child_process';
import { findPostgres } from '../../server/store/postgres/cluster.ts';

/**
 * Tells whether the servers are here that nodes share; where they are not it says so.
 *
 * @throws {Error} where everything must be tested
 */
export function clusterCanBeTested(): boolean {
	const redis = spawnSync('redis-server', ['--version']).status === 0;
	const missing =
		'Redis is not installed here, so no cluster was tested; on Debian: apt-get install redis-server.';
	if (!redis && process.env.CI) throw new Error(missing);
	if (!redis) console.warn(missing);
	return findPostgres() !== undefined && redis;
}
