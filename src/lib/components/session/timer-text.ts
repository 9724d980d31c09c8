import type { Timer } from '#lib/document/session/timer.ts';

/**
 * Gives how many milliseconds a timer has left at a moment on the server's clock; 0 when it is over.
 */
export function timeLeft(timer: Timer, now: number): number {
	const left = timer.status === 'paused' ? timer.left : Date.parse(timer.endsAt) - now;
	return Math.max(0, left);
}

/** Writes what is left in whole seconds, rounded up so that 0:00 means over: `4:20`, `1:05:00`. */
export function clockText(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	const padded = (number: number) => String(number).padStart(2, '0');
	const start = hours > 0 ? `${hours}:${padded(minutes)}` : String(minutes);
	return `${start}:${padded(seconds % 60)}`;
}

/** Gives the milliseconds until the text of a running timer changes; undefined when it stands still. */
export function untilNextSecond(timer: Timer, now: number): number | undefined {
	const left = timeLeft(timer, now);
	return timer.status === 'paused' || left === 0 ? undefined : left % 1000 || 1000;
}
