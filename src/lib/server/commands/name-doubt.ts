import * as v from 'valibot';
import { setDoubters } from '#lib/document/session/write-seat.ts';
import { ApiError } from '../api-error.ts';
import { doubtersOf, openDoubtOf } from '../deliberation/doubt.ts';
import { maybeSaidSchema } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget, targetFields } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

const numberField = v.pipe(
	targetFields,
	v.check(({ field }) => field !== null, 'Say which number of this card you mean.')
);

/** Names the number that one doesn't believe, in the place of the one named before. */
export const nameDoubt = defineCommand({
	type: 'name-doubt',
	fields: { doubtId: v.string(), target: numberField, reason: maybeSaidSchema },
	perform: async (context, { doubtId, target, reason }) => {
		await openDoubtOf(context, doubtId);
		await checkTarget(context, target);
		const { app, member } = context;
		const { workshopId, id: memberId } = member;
		const body = JSON.stringify({ target, reason });
		const card = { workshopId, gathering: doubtId, memberId, item: 'doubt', body };
		if (!(await app.store.handIn(card)))
			throw new ApiError('not-now', 'This question is closed.', { path: 'doubtId' });
		const { length } = await doubtersOf(context, doubtId);
		await changeSession(context, (document) => setDoubters(document, doubtId, length));
		return {};
	}
});
