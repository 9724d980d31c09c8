import { setWriters } from '#lib/document/session/write-premortem.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { premortemBeingWritten, writersOf } from '../deliberation/premortem.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Takes one's own card back before it is shown. */
export const removePremortemCard = defineCommand({
	type: 'remove-premortem-card',
	fields: { cardId: idSchema },
	perform: async (context, { cardId }) => {
		const { id } = await premortemBeingWritten(context);
		const { app, member } = context;
		const { workshopId, id: memberId } = member;
		await app.store.takeBack({ workshopId, gathering: id, memberId, item: cardId });
		const writers = await writersOf(context, id);
		await changeSession(context, (document) => setWriters(document, id, writers));
		return { cardId };
	}
});
