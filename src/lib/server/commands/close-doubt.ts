import * as v from 'valibot';
import { setDoubt } from '#lib/document/session/write-seat.ts';
import { openDoubtOf, readDoubts, tallied } from '../deliberation/doubt.ts';
import { isRepeat, recordEnd } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Shows which numbers people don't believe, and forgets who named which. */
export const closeDoubt = defineCommand({
	type: 'close-doubt',
	fields: { doubtId: v.string() },
	perform: async (context, { doubtId }) => {
		const { doubt: last } = await sessionNow(context);
		// A repeat whose first time was shown, and of which no answer came through.
		const shown = last?.id !== doubtId || !last.open;
		if (shown && (await isRepeat(context, doubtId))) return { doubtId };
		const doubt = await openDoubtOf(context, doubtId);
		const { body } = await recordEnd(context, {
			kind: 'close-doubt',
			subject: doubtId,
			bodyOf: (cards) => ({
				answered: cards.length,
				named: tallied(readDoubts(cards), context.app.newId)
			})
		});
		await changeSession(context, (document) =>
			setDoubt(document, { ...doubt, ...body, open: false })
		);
		return { doubtId };
	}
});
