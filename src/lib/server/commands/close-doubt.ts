import * as v from 'valibot';
import { setDoubt } from '#lib/document/session/write-seat.ts';
import { doubtersOf, openDoubtOf, tallied } from '../deliberation/doubt.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Shows which numbers people don't believe, and forgets who named which. */
export const closeDoubt = defineCommand({
	type: 'close-doubt',
	fields: { doubtId: v.string() },
	perform: async (context, { doubtId }) => {
		const doubt = await openDoubtOf(context, doubtId);
		const cards = await doubtersOf(context, doubtId);
		const { body } = await record(context, {
			kind: 'close-doubt',
			subject: doubtId,
			body: { answered: cards.length, named: tallied(cards, context.app.newId) }
		});
		await changeSession(context, (document) =>
			setDoubt(document, { ...doubt, ...body, open: false })
		);
		await context.app.store.clearHandedIn(context.member.workshopId, doubtId);
		return { doubtId };
	}
});
