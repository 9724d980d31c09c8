import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTime, pauseTimer, startTimer, timeLeft } from '#lib/document/session/timer.ts';

const noon = Date.UTC(2027, 2, 12, 12);
const minute = 60_000;

describe('the timer', () => {
	test('started for five minutes ends five minutes later on the server’s clock', () => {
		const timer = startTimer(5 * minute, noon);
		expect(timer).toEqual({
			status: 'running',
			endsAt: '2027-03-12T12:05:00.000Z',
			length: 5 * minute
		});
		expect(timeLeft(timer, noon + 2 * minute)).toBe(3 * minute);
		expect(timeLeft(timer, noon + 9 * minute)).toBe(0);
	});

	test('that is paused keeps what was left, and goes on from there', () => {
		const paused = pauseTimer(startTimer(5 * minute, noon), noon + 2 * minute);
		expect(paused).toEqual({ status: 'paused', left: 3 * minute, length: 5 * minute });
		expect(pauseTimer(paused, noon + 4 * minute)).toBe(paused);
		const going = startTimer(3 * minute, noon + 10 * minute, 5 * minute);
		expect(going).toMatchObject({ endsAt: '2027-03-12T12:13:00.000Z', length: 5 * minute });
	});

	test('gets a minute more, also while it is paused', () => {
		const timer = addTime(startTimer(5 * minute, noon), minute, noon + minute);
		expect(timeLeft(timer, noon + minute)).toBe(5 * minute);
		expect(timer.length).toBe(6 * minute);
		const paused = addTime(pauseTimer(timer, noon + minute), 5 * minute, noon);
		expect(paused).toMatchObject({ status: 'paused', left: 10 * minute });
	});

	test('that has ended goes on from now when it gets more', () => {
		const timer = addTime(startTimer(minute, noon), 5 * minute, noon + 10 * minute);
		expect(timer).toMatchObject({ endsAt: '2027-03-12T12:15:00.000Z' });
	});

	test('never has less than nothing left, nor more than its length', () => {
		const step = fc.record({
			wait: fc.integer({ min: 0, max: 20 * minute }),
			add: fc.integer({ min: -10 * minute, max: 10 * minute }),
			pause: fc.boolean()
		});
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 90 * minute }), fc.array(step), (length, steps) => {
				let now = noon;
				let timer = startTimer(length, now);
				for (const { wait, add, pause } of steps) {
					now += wait;
					timer = addTime(pause ? pauseTimer(timer, now) : timer, add, now);
					const left = timeLeft(timer, now);
					expect(left).toBeGreaterThanOrEqual(0);
					expect(left).toBeLessThanOrEqual(timer.length);
				}
			}),
			{ seed: 5, numRuns: 300 }
		);
	});
});
