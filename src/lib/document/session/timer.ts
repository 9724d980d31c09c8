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
