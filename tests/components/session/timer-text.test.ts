import { describe, expect, it } from 'vitest';
import { clockText, timeLeft, untilNextSecond } from '#lib/components/session/timer-text.ts';

const running = {
	status: 'running',
	endsAt: new Date(100_000).toISOString(),
	length: 60_000
} as const;
const paused = { status: 'paused', left: 42_000, length: 60_000 } as const;

describe('the face of the timer', () => {
	it('shows minutes and seconds, and hours where there are any', () => {
		expect(clockText(260_000)).toBe('4:20');
		expect(clockText(3_900_000)).toBe('1:05:00');
		expect(clockText(9_000)).toBe('0:09');
	});

	it('says 0:00 only when it is over', () => {
		expect(clockText(1)).toBe('0:01');
		expect(clockText(0)).toBe('0:00');
	});

	it('runs down to zero and no further', () => {
		expect(timeLeft(running, 40_000)).toBe(60_000);
		expect(timeLeft(running, 100_000)).toBe(0);
		expect(timeLeft(running, 900_000)).toBe(0);
	});

	it('stands still while it is paused', () => {
		expect(timeLeft(paused, 0)).toBe(timeLeft(paused, 500_000));
		expect(untilNextSecond(paused, 0)).toBeUndefined();
	});

	it('moves at whole seconds of what is left, so that all screens move together', () => {
		const pause = untilNextSecond(running, 40_250) ?? NaN;
		expect(pause).toBe(750);
		expect(clockText(timeLeft(running, 40_250))).toBe('1:00');
		expect(clockText(timeLeft(running, 40_250 + pause))).toBe('0:59');
		expect(untilNextSecond(running, 40_000)).toBe(1000);
		expect(untilNextSecond(running, 100_000)).toBeUndefined();
	});
});
