import * as v from 'valibot';
import { setWriters } from '#lib/document/session/write-premortem.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { hiddenCards, premortemBeingWritten, writersOf } from '../deliberation/premortem.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand, type CommandContext } from './command.ts';

const mostCards = 20;

/** Writes a card for the pre-mortem, or writes it anew. Nobody else sees it until all are shown. */
export const writePremortemCard = defineCommand({
	type: 'write-premortem-card',
	fields: {
		cardId: idSchema,
		text: v.pipe(
			v.string(),
			v.trim(),
			v.minLength(1, 'This card is empty. Write what went wrong.'),
			v.maxLength(500, 'This is longer than 500 characters. Make two cards of it.')
		)
	},
	perform: async (context, { cardId, text }) => {
		const { id } = await premortemBeingWritten(context);
		await checkCount(context, id, cardId);
		const { app, member } = context;
		const { workshopId, id: memberId } = member;
		const card = { workshopId, gathering: id, memberId, item: cardId, body: text };
		if (!(await app.store.handIn(card)))
			throw new ApiError('not-now', 'The cards have been shown. Nothing can be added.');
		const writers = await writersOf(context, id);
		await changeSession(context, (document) => setWriters(document, id, writers));
		// Not the text: answers are kept, and the text is kept in one place until it is shown.
		return { cardId };
	}
});

async function checkCount(
	context: CommandContext,
	premortemId: string,
	cardId: string
): Promise<void> {
	const cards = await hiddenCards(context, premortemId);
	const own = cards.filter(({ memberId }) => memberId === context.member.id);
	if (own.length < mostCards || own.some(({ id }) => id === cardId)) return;
	throw new ApiError('not-now', `You have ${mostCards} cards. Change one of them.`);
}
