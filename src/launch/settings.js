import { readNodeSettings } from './node-settings.js';
import { SettingsError } from './settings-error.js';

export { SettingsError };

/**
 * @typedef {object} Settings
 * @property {number} port TCP port to listen on; 0 asks the system for a free one
 * @property {string} host address to listen on
 * @property {string} dataDirectory folder that holds the database
 * @property {string | undefined} databaseUrl address of a PostgreSQL database to use instead of that folder
 * @property {string | undefined} origin address visitors use, when a proxy stands in front
 * @property {string | undefined} passphrase what somebody must know to start workshops; anyone may without
 * @property {string | undefined} metricsToken what must be shown to read metrics; only this machine may without
 * @property {number | undefined} deleteAfterDays days that a workshop is kept at most after its last change; no limit without
 * @property {number | undefined} forgetNamesAfterDays days that names in a workshop are kept at most after its last visit; no limit without
 * @property {import('./node-settings.js').NodeSettings | undefined} node how servers that share the PostgreSQL database work together
 * @property {string} logLevel least serious level that is logged
 */

/**
 * Reads the settings of a server from environment variables.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {Settings}
 * @throws {SettingsError} on a value that cannot be used
 */
export function readSettings(environment) {
	return {
		port: readPort(environment.PORT),
		host: environment.HOST || 'localhost',
		dataDirectory: environment.DATA_DIR || './data',
		databaseUrl: readDatabaseUrl(environment.DATABASE_URL),
		origin: readOrigin(environment.ORIGIN),
		passphrase: readHosts(environment.HOSTS, environment.HOSTS_PASSPHRASE),
		node: readNodeSettings(environment),
		logLevel: readLogLevel(environment.LOG_LEVEL),
		metricsToken: readMetricsToken(environment.METRICS_TOKEN),
		deleteAfterDays: readDays('DELETE_AFTER_DAYS', environment.DELETE_AFTER_DAYS, 60),
		forgetNamesAfterDays: readDays(
			'FORGET_NAMES_AFTER_DAYS',
			environment.FORGET_NAMES_AFTER_DAYS,
			1
		)
	};
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} fewest
 */
function readDays(name, text, fewest) {
	if (!text) return undefined;
	const days = Number(text);
	if (/^\d+$/.test(text) && days >= fewest && days <= 36_500) return days;
	throw new SettingsError(
		`${name} is "${text}", but must be a whole number from ${fewest} to 36500, or left out to leave that to each workshop.`
	);
}

/** @param {string | undefined} text */
function readPort(text) {
	if (!text) return 3000;
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= 65535) return port;
	throw new SettingsError(`PORT is "${text}", but must be a whole number from 0 to 65535.`);
}

/**
 * The sentence does not repeat what was found: there may be a password in it.
 *
 * @param {string | undefined} text
 */
function readDatabaseUrl(text) {
	if (!text) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const usable =
		url && /^postgres(ql)?:$/.test(url.protocol) && url.host && url.pathname.length > 1;
	if (usable) return text;
	throw new SettingsError(
		'DATABASE_URL must be the address of a PostgreSQL database, like postgres://user:password@localhost:5432/tegenwicht, or be left out to use DATA_DIR.'
	);
}

/** @param {string | undefined} text */
function readOrigin(text) {
	if (!text) return undefined;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const usable = url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '');
	if (usable) return url.origin;
	throw new SettingsError(
		`ORIGIN is "${text}", but must be the address visitors use without a path, like https://arena.example.nl.`
	);
}

/**
 * @param {string | undefined} hosts
 * @param {string | undefined} passphrase
 */
function readHosts(hosts, passphrase) {
	if (!hosts || hosts === 'open') {
		if (!passphrase) return undefined;
		throw new SettingsError(
			'HOSTS_PASSPHRASE is set, but anybody may start workshops: set HOSTS to passphrase as well, or leave HOSTS_PASSPHRASE out.'
		);
	}
	if (hosts !== 'passphrase') {
		throw new SettingsError(`HOSTS is "${hosts}", but must be open or passphrase.`);
	}
	if (passphrase && passphrase.length >= 8) return passphrase;
	throw new SettingsError(
		'HOSTS is passphrase, so HOSTS_PASSPHRASE must hold what hosts have to know, at least 8 characters.'
	);
}

/** @param {string | undefined} text */
function readLogLevel(text) {
	const levels = ['debug', 'info', 'warn', 'error', 'silent'];
	if (!text) return 'info';
	if (levels.includes(text)) return text;
	throw new SettingsError(`LOG_LEVEL is "${text}", but must be one of ${levels.join(', ')}.`);
}

/** @param {string | undefined} text */
function readMetricsToken(text) {
	if (!text) return undefined;
	if (/^\S{16,}$/.test(text)) return text;
	throw new SettingsError(
		'METRICS_TOKEN must be at least 16 characters without spaces, like the output of openssl rand -hex 16.'
	);
}
