import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/launch/settings.js';

describe('settings', () => {
	const shared = { DATABASE_URL: 'postgres://db/tegenwicht' };

	test('without any the server is for this computer, open, in ./data on port 3000', () => {
		expect(readSettings({})).toEqual({
			port: 3000,
			host: 'localhost',
			dataDirectory: './data',
			databaseUrl: undefined,
			node: undefined,
			origin: undefined,
			passphrase: undefined,
			logLevel: 'info',
			metricsToken: undefined,
			deleteAfterDays: undefined,
			forgetNamesAfterDays: undefined
		});
	});

	test('an empty value counts as none', () => {
		const table = readFileSync('docs/operations.md', 'utf8');
		const names = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
		const empty = Object.fromEntries(names.map((name) => [name, '']));
		expect(readSettings(empty)).toEqual(readSettings({}));
	});

	test('all of them are read', () => {
		expect(
			readSettings({
				PORT: '0',
				HOST: '0.0.0.0',
				DATA_DIR: '/srv/arena',
				ORIGIN: 'https://arena.example.nl/',
				HOSTS: 'passphrase',
				HOSTS_PASSPHRASE: 'twee olifanten',
				LOG_LEVEL: 'warn',
				DATABASE_URL: 'postgres://tegenwicht:secret@db.example.nl/tegenwicht',
				NODE_ADDRESS: 'http://10.0.0.2:3000/',
				REDIS_URL: 'redis://10.0.0.3:6379',
				LEASE_SECONDS: '10',
				METRICS_TOKEN: 'a-token-of-a-scraper',
				DELETE_AFTER_DAYS: '730',
				FORGET_NAMES_AFTER_DAYS: '90'
			})
		).toEqual({
			port: 0,
			host: '0.0.0.0',
			dataDirectory: '/srv/arena',
			databaseUrl: 'postgres://tegenwicht:secret@db.example.nl/tegenwicht',
			node: {
				address: 'http://10.0.0.2:3000',
				redisUrl: 'redis://10.0.0.3:6379',
				leaseSeconds: 10
			},
			origin: 'https://arena.example.nl',
			passphrase: 'twee olifanten',
			logLevel: 'warn',
			metricsToken: 'a-token-of-a-scraper',
			deleteAfterDays: 730,
			forgetNamesAfterDays: 90
		});
	});

	test('a server on a shared database is reached where it listens unless something else is said', () => {
		expect(readSettings(shared).node).toEqual({
			address: 'http://localhost:3000',
			redisUrl: undefined,
			leaseSeconds: 8
		});
		const addressOf = (HOST: string) => readSettings({ ...shared, HOST, PORT: '80' }).node?.address;
		expect(addressOf('::1')).toBe('http://[::1]:80');
		expect(addressOf('0.0.0.0')).toBe(`http://${hostname()}:80`);
	});

	test.each([
		[
			{ ...shared, NODE_ADDRESS: '10.0.0.2:3000' },
			'NODE_ADDRESS is "10.0.0.2:3000", but must be how the other servers reach this one, like http://10.0.0.2:3000.'
		],
		[
			{ ...shared, REDIS_URL: 'http://secret@redis' },
			'REDIS_URL must be the address of a Redis, like redis://10.0.0.3:6379.'
		],
		[
			{ ...shared, LEASE_SECONDS: '0' },
			'LEASE_SECONDS is "0", but must be a whole number from 1 to 60.'
		],
		[
			{ REDIS_URL: 'redis://10.0.0.3:6379' },
			'REDIS_URL is for servers that share a PostgreSQL database: set DATABASE_URL as well, or leave REDIS_URL out.'
		],
		[{ PORT: 'http' }, 'PORT is "http", but must be a whole number from 0 to 65535.'],
		[{ PORT: '65536' }, 'PORT is "65536", but must be a whole number from 0 to 65535.'],
		[{ PORT: '-1' }, 'PORT is "-1", but must be a whole number from 0 to 65535.'],
		[{ PORT: '3e3' }, 'PORT is "3e3", but must be a whole number from 0 to 65535.'],
		[
			{ ORIGIN: 'arena.example.nl' },
			'ORIGIN is "arena.example.nl", but must be the address visitors use without a path, like https://arena.example.nl.'
		],
		[
			{ ORIGIN: 'https://example.nl/arena' },
			'ORIGIN is "https://example.nl/arena", but must be the address visitors use without a path, like https://arena.example.nl.'
		],
		[
			{ DELETE_AFTER_DAYS: '30' },
			'DELETE_AFTER_DAYS is "30", but must be a whole number from 60 to 36500, or left out to leave that to each workshop.'
		],
		[
			{ FORGET_NAMES_AFTER_DAYS: '0' },
			'FORGET_NAMES_AFTER_DAYS is "0", but must be a whole number from 1 to 36500, or left out to leave that to each workshop.'
		],
		...['mysql://u:p@host/db', 'postgres://u:p@host', 'host/db', 'postgres:///db'].map(
			(address): [Record<string, string>, string] => [
				{ DATABASE_URL: address },
				'DATABASE_URL must be the address of a PostgreSQL database, like postgres://user:password@localhost:5432/tegenwicht, or be left out to use DATA_DIR.'
			]
		),
		...['', 'open'].map((HOSTS): [Record<string, string>, string] => [
			{ HOSTS, HOSTS_PASSPHRASE: 'twee olifanten' },
			'HOSTS_PASSPHRASE is set, but anybody may start workshops: set HOSTS to passphrase as well, or leave HOSTS_PASSPHRASE out.'
		]),
		[{ HOSTS: 'me' }, 'HOSTS is "me", but must be open or passphrase.'],
		[
			{ HOSTS: 'passphrase', HOSTS_PASSPHRASE: 'short' },
			'HOSTS is passphrase, so HOSTS_PASSPHRASE must hold what hosts have to know, at least 8 characters.'
		],
		[
			{ METRICS_TOKEN: 'short' },
			'METRICS_TOKEN must be at least 16 characters without spaces, like the output of openssl rand -hex 16.'
		],
		[
			{ LOG_LEVEL: 'loud' },
			'LOG_LEVEL is "loud", but must be one of debug, info, warn, error, silent.'
		]
	])('%o is refused in one sentence', (environment, sentence) => {
		expect(() => readSettings(environment)).toThrow(SettingsError);
		expect(() => readSettings(environment)).toThrow(sentence);
	});

	test('every one of them, and no other, is in the table of docs/operations.md', () => {
		const files = ['src/launch/settings.js', 'src/launch/node-settings.js'];
		const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
		const read = new Set([...source.matchAll(/environment\.([A-Z_]+)/g)].map(([, name]) => name));
		const table = readFileSync('docs/operations.md', 'utf8');
		const told = [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);
		expect(told.sort()).toEqual([...read].sort());
		expect(told.length).toBeGreaterThan(5);
	});
});
