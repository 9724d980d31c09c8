import * as v from 'valibot';
import { momentSchema } from './deed.ts';

const milliseconds = v.pipe(v.number(), v.finite(), v.minValue(0));

/**
 * The one timer that everybody sees. Its end is a moment on the server's clock, so that screens that
 * know how far their own clock is off show the same, and nothing needs to be sent while it runs.
 * Durations are milliseconds. Its end does nothing at all.
 */
export const timerSchema = v.variant('status', [
	/** Runs until `endsAt`, also when that has passed. `length` is all the time it was given. */
	v.object({ status: v.literal('running'), endsAt: momentSchema, length: milliseconds }),
	v.object({ status: v.literal('paused'), left: milliseconds, length: milliseconds })
]);

export type Timer = v.InferOutput<typeof timerSchema>;

/** Lets a timer run for so many milliseconds from `now` (milliseconds since 1970). */
export function startTimer(left: number, now: number, length = left): Timer {
	return { status: 'running', endsAt: momentOf(now + left), length };
}

/** Stops a timer where it is; it can go on later. */
export function pauseTimer(timer: Timer, now: number): Timer {
	if (timer.status === 'paused') return timer;
	return { status: 'paused', left: timeLeft(timer, now), length: timer.length };
}

/** Gives a timer more time, or less below 0; one that had ended goes on from `now`. */
export function addTime(timer: Timer, milliseconds: number, now: number): Timer {
	const left = Math.max(0, timeLeft(timer, now) + milliseconds);
	const length = Math.max(left, timer.length + milliseconds);
	return timer.status === 'paused'
		? { status: 'paused', left, length }
		: startTimer(left, now, length);
}

/** Milliseconds that a timer still has at a moment on the server's clock; 0 when it has ended. */
export function timeLeft(timer: Timer, now: number): number {
	return timer.status === 'paused' ? timer.left : Math.max(0, Date.parse(timer.endsAt) - now);
}

function momentOf(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}
