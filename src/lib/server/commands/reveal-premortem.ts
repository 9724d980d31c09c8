import { revealPremortem as showCards } from '#lib/document/session/write-premortem.ts';
import { premortemBeingWritten } from '../deliberation/premortem.ts';
import { isRepeat, recordEnd } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { shuffled } from '../deliberation/shuffled.ts';
import { defineCommand } from './command.ts';

/** Shows all cards at once, in an order and under ids that say nothing of who wrote which. */
export const revealPremortem = defineCommand({
	type: 'reveal-premortem',
	fields: {},
	perform: async (context) => {
		const { app } = context;
		const { premortem: last } = await sessionNow(context);
		// A repeat whose first time was shown, and of which no answer came through.
		const again = last?.status === 'revealed' && (await isRepeat(context, last.id));
		const premortem = again ? last : await premortemBeingWritten(context);
		const { body } = await recordEnd(context, {
			kind: 'reveal-premortem',
			subject: premortem.id,
			bodyOf: (handedIn) => ({
				cards: shuffled(handedIn, app.newId).map(({ body: text }) => ({ id: app.newId(), text }))
			})
		});
		if (!again)
			await changeSession(context, (document) => showCards(document, premortem, body.cards));
		return { cards: body.cards.length };
	}
});
