import type { Premortem, PremortemCard } from '#lib/document/session/premortem.ts';
import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import { sessionNow } from './session.ts';

/** @throws {ApiError} 409 when nobody is writing for a pre-mortem now */
export async function premortemBeingWritten(context: CommandContext): Promise<Premortem> {
	const { premortem } = await sessionNow(context);
	if (premortem?.status === 'writing') return premortem;
	throw new ApiError('not-now', 'No cards are being written now.');
}

/** The cards that people handed in and that nobody else has seen yet. */
export async function hiddenCards({ app, member }: CommandContext, premortemId: string) {
	const cards = await app.store.handedIn(member.workshopId, premortemId);
	// Only write-premortem-card hands in for a pre-mortem: the body is the text.
	return cards.map(({ memberId, item, body }) => ({ memberId, id: item, text: body }));
}

/** How many people handed in a card. */
export async function writersOf(context: CommandContext, premortemId: string): Promise<number> {
	const cards = await hiddenCards(context, premortemId);
	return new Set(cards.map(({ memberId }) => memberId)).size;
}

/**
 * Finds a card that was shown and of which nothing was made yet.
 *
 * @throws {ApiError} 404 or 409
 */
export async function cardToTurn(context: CommandContext, cardId: string): Promise<PremortemCard> {
	const card = await shownCard(context, cardId);
	if (card.outcome === null) return card;
	throw new ApiError('not-now', 'Something was made of this card already.', { path: 'cardId' });
}

/** @throws {ApiError} 404 when there is no such card among those that were shown */
export async function shownCard(context: CommandContext, cardId: string): Promise<PremortemCard> {
	const { premortemCards } = await sessionNow(context);
	const card = premortemCards.find(({ id }) => id === cardId);
	if (card) return card;
	throw new ApiError('not-here', 'There is no such card.', { path: 'cardId' });
}
