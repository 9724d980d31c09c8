import * as v from 'valibot';
import { setSpeaking } from '#lib/document/session/write-seat.ts';
import { changeSession } from '../deliberation/session.ts';
import { otherMember } from '../workshops/members.ts';
import { defineCommand } from './command.ts';

/** Nobody holds the floor longer than this, in seconds. */
const longestTurn = 120;

/** Gives somebody, oneself unless said otherwise, the turn to speak for at most two minutes. */
export const startSpeaking = defineCommand({
	type: 'start-speaking',
	fields: {
		memberId: v.optional(v.string()),
		seconds: v.optional(
			v.pipe(v.number(), v.integer(), v.minValue(10), v.maxValue(longestTurn)),
			longestTurn
		)
	},
	perform: async (context, { memberId, seconds }) => {
		const { app, member } = context;
		const speaker = await otherMember(app.store, member.workshopId, memberId ?? member.id);
		const now = app.now();
		const startedAt = new Date(now).toISOString();
		const endsAt = new Date(now + seconds * 1000).toISOString();
		await changeSession(context, (document) =>
			setSpeaking(document, { memberId: speaker.id, startedAt, endsAt })
		);
		return { endsAt };
	}
});
