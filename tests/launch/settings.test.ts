import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from '../../src/launch/settings.js';

describe('settings', () => {
	test('without any the server is for this computer, open, in ./data on port 3000', () => {
		expect(readSettings({})).toEqual({
			port: 3000,
			host: 'localhost',
			dataDirectory: './data',
			origin: undefined,
			passphrase: undefined,
			logLevel: 'info'
		});
	});

	test('an empty value counts as none', () => {
		const empty = { PORT: '', HOST: '', DATA_DIR: '', ORIGIN: '', HOSTS: '', LOG_LEVEL: '' };
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
				LOG_LEVEL: 'warn'
			})
		).toEqual({
			port: 0,
			host: '0.0.0.0',
			dataDirectory: '/srv/arena',
			origin: 'https://arena.example.nl',
			passphrase: 'twee olifanten',
			logLevel: 'warn'
		});
	});

	test.each([
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
		[{ HOSTS: 'me' }, 'HOSTS is "me", but must be open or passphrase.'],
		[
			{ HOSTS: 'passphrase', HOSTS_PASSPHRASE: 'short' },
			'HOSTS is passphrase, so HOSTS_PASSPHRASE must hold what hosts have to know, at least 8 characters.'
		],
		[
			{ LOG_LEVEL: 'loud' },
			'LOG_LEVEL is "loud", but must be one of debug, info, warn, error, silent.'
		]
	])('%o is refused in one sentence', (environment, sentence) => {
		expect(() => readSettings(environment)).toThrow(SettingsError);
		expect(() => readSettings(environment)).toThrow(sentence);
	});
});
