import { withdrawAdoption as showDraft } from '#lib/document/session/write.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema, record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Makes an adopted scenario a draft again; that it was adopted stays on record. */
export const withdrawAdoption = defineCommand({
	type: 'withdraw-adoption',
	fields: { scenarioId: idSchema, reason: maybeSaidSchema },
	perform: async (context, { scenarioId, reason }) => {
		const { adopted } = await sessionNow(context);
		if (!adopted.some((adoption) => adoption.scenarioId === scenarioId)) {
			throw new ApiError('not-now', 'This scenario is not adopted.', { path: 'scenarioId' });
		}
		const body = { scenarioId, reason };
		await record(context, { kind: 'withdraw-adoption', subject: scenarioId, body });
		await changeSession(context, (document) => showDraft(document, scenarioId));
		return { scenarioId };
	}
});
