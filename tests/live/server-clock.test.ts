import { describe, expect, it } from 'vitest';
import { ServerClock } from '#lib/live/server-clock.svelte.ts';

describe('the clock of the server', () => {
	it('is right although the clock of the device is an hour off', () => {
		let device = 1000;
		const clock = new ServerClock(() => device);
		clock.hear(3_601_000);
		device += 500;
		expect(clock.now()).toBe(3_601_500);
	});

	it('goes by the message that came fastest, not by the last one', () => {
		let device = 0;
		const clock = new ServerClock(() => device);
		const delays = [400, 20, 900];
		for (const delay of delays) {
			device += 5000;
			clock.hear(10_000 + device - delay);
		}
		expect(clock.now()).toBe(10_000 + device - Math.min(...delays));
	});

	it('starts again with a new connection', () => {
		let device = 0;
		const clock = new ServerClock(() => device);
		clock.hear(50_000);
		device -= 30_000;
		clock.restart();
		clock.hear(50_100);
		expect(clock.now()).toBe(50_100);
	});
});
