import * as v from 'valibot';
import { takeWatch } from '#lib/document/session/write-premortem.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Stops keeping an eye on something; that the group did stays on record. */
export const dropWatch = defineCommand({
	type: 'drop-watch',
	fields: { watchId: v.string() },
	perform: async (context, { watchId }) => {
		const { watches } = await sessionNow(context);
		const watch = watches.find(({ id }) => id === watchId);
		if (!watch) throw new ApiError('not-here', 'There is no such watch.', { path: 'watchId' });
		await record(context, { kind: 'drop-watch', subject: watchId, body: { text: watch.text } });
		await changeSession(context, (document) => takeWatch(document, watchId));
		return { watchId };
	}
});
