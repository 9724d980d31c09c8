import * as v from 'valibot';
import { changeCard, putWatch } from '#lib/document/session/write-premortem.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { cardToTurn } from '../deliberation/premortem.ts';
import { maybeSaidSchema, record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** Makes of a card something to keep an eye on, with the indicator that would show it if there is one. */
export const watchPremortemCard = defineCommand({
	type: 'watch-premortem-card',
	fields: {
		cardId: v.string(),
		text: maybeSaidSchema,
		indicatorId: v.optional(v.nullable(idSchema), null)
	},
	perform: async (context, { cardId, text, indicatorId }) => {
		const card = await cardToTurn(context, cardId);
		if (indicatorId !== null) {
			await checkTarget(context, { kind: 'indicator', id: indicatorId, field: null });
		}
		const said = await record(context, {
			kind: 'watch-premortem-card',
			subject: context.app.newId(),
			body: { text: text || card.text, indicatorId }
		});
		const { subject: id, at, by, body } = said;
		await changeSession(context, (document) => {
			putWatch(document, { id, ...body, at, by });
			changeCard(document, cardId, { outcome: { kind: 'watch', id } });
		});
		return { watchId: id };
	}
});
