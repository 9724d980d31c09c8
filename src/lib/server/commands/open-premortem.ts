import * as v from 'valibot';
import { setPremortem } from '#lib/document/session/write-premortem.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Begins a pre-mortem: "it is 2029 and it failed. Why?", with some minutes of silent writing. */
export const openPremortem = defineCommand({
	type: 'open-premortem',
	fields: {
		year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2200)),
		minutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 5)
	},
	perform: async (context, { year, minutes }) => {
		const { premortem } = await sessionNow(context);
		if (premortem?.status === 'writing') {
			throw new ApiError('not-now', 'Cards are being written already.');
		}
		const said = await record(context, {
			kind: 'open-premortem',
			subject: context.app.newId(),
			body: { year, minutes }
		});
		const { subject: id, at, by, body } = said;
		const endsAt = new Date(Date.parse(at) + body.minutes * 60_000).toISOString();
		const begun = { id, year: body.year, status: 'writing' as const, endsAt, writers: 0, at, by };
		await changeSession(context, (document) => setPremortem(document, begun));
		return { premortemId: id };
	}
});
