import * as v from 'valibot';
import { changeCard } from '#lib/document/session/write-premortem.ts';
import { shownCard } from '../deliberation/premortem.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Lays a card with others that say the same, under a name; without a name it lies apart again. */
export const clusterPremortemCard = defineCommand({
	type: 'cluster-premortem-card',
	fields: { cardId: v.string(), cluster: v.pipe(v.string(), v.trim(), v.maxLength(80)) },
	perform: async (context, { cardId, cluster }) => {
		await shownCard(context, cardId);
		await changeSession(context, (document) => changeCard(document, cardId, { cluster }));
		return { cardId };
	}
});
