import * as v from 'valibot';
import { changeCard } from '#lib/document/session/write-premortem.ts';
import { severities } from '#lib/domain/challenge.ts';
import { cardToTurn } from '../deliberation/premortem.ts';
import { raise } from '../deliberation/raise.ts';
import { maybeSaidSchema } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget, targetFields } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** Makes a challenge of a card: in its own words, or in better ones. */
export const challengePremortemCard = defineCommand({
	type: 'challenge-premortem-card',
	fields: {
		cardId: v.string(),
		target: targetFields,
		text: maybeSaidSchema,
		severity: v.optional(v.picklist(severities), 2)
	},
	perform: async (context, { cardId, target, text, severity }) => {
		const card = await cardToTurn(context, cardId);
		await checkTarget(context, target);
		const question = { target, ruleId: null, text: text || card.text, severity };
		const id = await raise(context, question);
		await changeSession(context, (document) =>
			changeCard(document, cardId, { outcome: { kind: 'challenge', id } })
		);
		return { challengeId: id };
	}
});
