import { revealPremortem as showCards } from '#lib/document/session/write-premortem.ts';
import { hiddenCards, premortemBeingWritten } from '../deliberation/premortem.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { shuffled } from '../deliberation/shuffled.ts';
import { defineCommand } from './command.ts';

/** Shows all cards at once, in an order and under ids that say nothing of who wrote which. */
export const revealPremortem = defineCommand({
	type: 'reveal-premortem',
	fields: {},
	perform: async (context) => {
		const { app, member } = context;
		const premortem = await premortemBeingWritten(context);
		const cards = await hiddenCards(context, premortem.id);
		const shown = shuffled(cards, app.newId).map(({ text }) => ({ id: app.newId(), text }));
		const { body } = await record(context, {
			kind: 'reveal-premortem',
			subject: premortem.id,
			body: { cards: shown }
		});
		await changeSession(context, (document) => showCards(document, premortem, body.cards));
		await app.store.clearHandedIn(member.workshopId, premortem.id);
		return { cards: body.cards.length };
	}
});
