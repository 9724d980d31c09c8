import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { addTime, pauseTimer, startTimer, type Timer } from '#lib/document/session/timer.ts';
import { ApiError } from '../api-error.ts';
import { deedIdOf, record, recordedAbout, type Recorded } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

const aDay = 24 * 60 * 60;
const actions = ['start', 'pause', 'add', 'clear'] as const;
const subject = 'timer';

type Asked = {
	readonly action: (typeof actions)[number];
	readonly seconds?: number | undefined;
};

/**
 * Runs the one timer that everybody sees, by the server's clock. Its end closes nothing.
 *
 * What was asked is put on record, and the timer follows from the record: a command that comes again,
 * also after the server was killed in the middle of it, adds its minutes once.
 */
export const setTimer = defineCommand({
	type: 'set-timer',
	fields: {
		action: v.picklist(actions),
		seconds: v.optional(v.pipe(v.number(), v.minValue(-aDay), v.maxValue(aDay)))
	},
	perform: async (context, asked) => {
		const { app, member } = context;
		await app.turns.take(`timer ${member.workshopId}`, async () => {
			const before = await recordedAbout<Asked>(context, subject);
			const isRepeat = before.some(({ id }) => id === deedIdOf(context));
			if (!isRepeat) nextTimer(timerAfter(before), asked, app.now());
			await record<Asked>(context, { kind: 'set-timer', subject, body: asked });
			const timer = timerAfter(await recordedAbout<Asked>(context, subject));
			await changeSession(context, (document) => setState(document, 'timer', timer));
		});
		return {};
	}
});

/** The timer as all that was asked of it made it. */
function timerAfter(deeds: readonly Recorded<Asked>[]): Timer | undefined {
	return deeds.reduce<Timer | undefined>(
		(timer, { body, at }) => nextTimer(timer, body, Date.parse(at)),
		undefined
	);
}

/** @throws {ApiError} 400 without the seconds that are needed, 409 without a timer to change */
function nextTimer(
	timer: Timer | undefined,
	{ action, seconds }: Asked,
	now: number
): Timer | undefined {
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
