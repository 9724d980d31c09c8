import { beforeEach, describe, expect, test } from 'vitest';
import { ClientLimit } from '#lib/server/access/client-limit.ts';

describe('five wrong tries a minute, then a minute of waiting', () => {
	let time: number;
	let limit: ClientLimit;

	beforeEach(() => {
		time = 1_000_000;
		limit = new ClientLimit({ limit: 5, window: 60_000, pause: 60_000, now: () => time });
	});

	function count(client: string, times: number): void {
		for (let done = 0; done < times; done++) limit.count(client);
	}

	test('four tries cost nothing', () => {
		count('a', 4);
		expect(limit.secondsToWait('a')).toBe(0);
	});

	test('the fifth makes this client wait a whole minute', () => {
		count('a', 5);
		expect(limit.secondsToWait('a')).toBe(60);
		time += 59_001;
		expect(limit.secondsToWait('a')).toBe(1);
		time += 999;
		expect(limit.secondsToWait('a')).toBe(0);
	});

	test('another client does not wait', () => {
		count('a', 5);
		expect(limit.secondsToWait('b')).toBe(0);
	});

	test('tries spread over more than a minute never add up to five', () => {
		for (let done = 0; done < 20; done++) {
			limit.count('a');
			time += 15_001;
			expect(limit.secondsToWait('a')).toBe(0);
		}
	});

	test('tries on both sides of a full minute add up', () => {
		limit.count('a');
		time += 59_000;
		count('a', 2);
		time += 2_000;
		count('a', 2);
		expect(limit.secondsToWait('a')).toBe(0);
		limit.count('a');
		expect(limit.secondsToWait('a')).toBe(60);
	});

	test('after waiting a client starts anew', () => {
		count('a', 5);
		time += 60_000;
		count('a', 4);
		expect(limit.secondsToWait('a')).toBe(0);
		limit.count('a');
		expect(limit.secondsToWait('a')).toBe(60);
	});

	test('where the pause is shorter than the window, what came before it no longer counts', () => {
		const short = new ClientLimit({ limit: 5, window: 60_000, pause: 10_000, now: () => time });
		for (let done = 0; done < 5; done++) short.count('a');
		expect(short.secondsToWait('a')).toBe(10);
		time += 10_000;
		short.count('a');
		expect(short.secondsToWait('a')).toBe(0);
	});

	test('a flood of clients is not remembered for ever, the latest are', () => {
		count('early', 5);
		for (let number = 0; number < 20_000; number++) limit.count(`client ${number}`);
		count('late', 5);
		expect(limit.secondsToWait('early')).toBe(0);
		expect(limit.secondsToWait('late')).toBe(60);
	});
});
