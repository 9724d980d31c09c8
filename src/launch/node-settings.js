import { hostname } from 'node:os';
import { SettingsError } from './settings-error.js';

/**
 * @typedef {object} NodeSettings
 * @property {string} address how the other servers reach this one
 * @property {string | undefined} redisUrl the Redis through which they tell each other what moved; through PostgreSQL without
 * @property {number} leaseSeconds how long a server that the others do not hear of keeps its workshops
 */

/**
 * Reads what only servers that share a PostgreSQL database need.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {NodeSettings | undefined} undefined for a server with a database of its own
 * @throws {SettingsError} on a value that cannot be used
 */
export function readNodeSettings(environment) {
	if (environment.DATABASE_URL) {
		return {
			address: readNodeAddress(environment),
			redisUrl: readRedisUrl(environment.REDIS_URL),
			leaseSeconds: readLeaseSeconds(environment.LEASE_SECONDS)
		};
	}
	const idle = ['NODE_ADDRESS', 'REDIS_URL', 'LEASE_SECONDS'].find((name) => environment[name]);
	if (!idle) return undefined;
	throw new SettingsError(
		`${idle} is for servers that share a PostgreSQL database: set DATABASE_URL as well, or leave ${idle} out.`
	);
}

/**
 * Without a setting of its own it is where this server listens, under the name of its machine when it
 * listens on all addresses.
 *
 * @param {Record<string, string | undefined>} environment
 */
function readNodeAddress(environment) {
	const text = environment.NODE_ADDRESS;
	if (!text) {
		const { HOST: listens = '', PORT: port = '' } = environment;
		const host = ['0.0.0.0', '::'].includes(listens) ? hostname() : listens || 'localhost';
		return `http://${host.includes(':') ? `[${host}]` : host}:${port || 3000}`;
	}
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const usable = url?.protocol === 'http:' && url.port && url.origin === text.replace(/\/$/, '');
	if (usable) return url.origin;
	throw new SettingsError(
		`NODE_ADDRESS is "${text}", but must be how the other servers reach this one, like http://10.0.0.2:3000.`
	);
}

/** @param {string | undefined} text */
function readRedisUrl(text) {
	if (!text) return undefined;
	if (URL.canParse(text) && /^rediss?:$/.test(new URL(text).protocol)) return text;
	// The address may hold a password, so it is not repeated.
	throw new SettingsError('REDIS_URL must be the address of a Redis, like redis://10.0.0.3:6379.');
}

/** @param {string | undefined} text */
function readLeaseSeconds(text) {
	if (!text) return 8;
	const seconds = Number(text);
	if (/^\d+$/.test(text) && seconds >= 1 && seconds <= 60) return seconds;
	throw new SettingsError(`LEASE_SECONDS is "${text}", but must be a whole number from 1 to 60.`);
}
