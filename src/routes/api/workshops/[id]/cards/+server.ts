import { memberEndpoint } from '#lib/server/endpoint.ts';
import { cardsOnBoard } from '#lib/server/feed/cards.ts';

/** Names the cards on the board, for screens that carry no shared document. */
export const GET = memberEndpoint(async ({ app, member }) => cardsOnBoard(app.hub, member));
