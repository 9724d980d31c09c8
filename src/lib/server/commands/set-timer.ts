import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { readSession } from '#lib/document/session/session.ts';
import { addTime, pauseTimer, startTimer, type Timer } from '#lib/document/session/timer.ts';
import { ApiError } from '../api-error.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

const aDay = 24 * 60 * 60;
const actions = ['start', 'pause', 'add', 'clear'] as const;

/** Runs the one timer that everybody sees, by the server's clock. Its end closes nothing. */
export const setTimer = defineCommand({
	type: 'set-timer',
	fields: {
		action: v.picklist(actions),
		seconds: v.optional(v.pipe(v.number(), v.minValue(-aDay), v.maxValue(aDay)))
	},
	perform: async (context, { action, seconds }) => {
		const now = context.app.now();
		await changeSession(context, (document) => {
			const { timer } = readSession(document);
			setState(document, 'timer', nextTimer({ action, seconds, timer }, now));
		});
		return {};
	}
});

type Asked = {
	readonly action: (typeof actions)[number];
	readonly seconds: number | undefined;
	readonly timer: Timer | undefined;
};

/** @throws {ApiError} 400 without the seconds that are needed, 409 without a timer to change */
function nextTimer({ action, seconds, timer }: Asked, now: number): Timer | undefined {
	const milliseconds = seconds === undefined ? undefined : Math.round(seconds * 1000);
	if (action === 'clear') return undefined;
	if (action === 'start' && milliseconds !== undefined) {
		if (milliseconds > 0) return startTimer(milliseconds, now);
		throw new ApiError('malformed', 'A timer runs for more than 0 seconds.', { path: 'seconds' });
	}
	if (!timer) throw new ApiError('not-now', 'There is no timer now. Start one, with its seconds.');
	if (action === 'pause') return pauseTimer(timer, now);
	if (action === 'start') {
		return timer.status === 'running' ? timer : startTimer(timer.left, now, timer.length);
	}
	if (milliseconds !== undefined) return addTime(timer, milliseconds, now);
	throw new ApiError('malformed', 'Say how many seconds to add.', { path: 'seconds' });
}
