import * as v from 'valibot';
import { putSignOff } from '#lib/document/session/write-forecast.ts';
import { hasReason, verdicts } from '#lib/domain/forecast/sign-off.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema, record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** Says how somebody stands to a scenario, for the party that they sit there for; with a name of nobody. */
export const signOff = defineCommand({
	type: 'sign-off',
	fields: { scenarioId: idSchema, verdict: v.picklist(verdicts), reason: maybeSaidSchema },
	perform: async (context, { scenarioId, verdict, reason }) => {
		await checkTarget(context, { kind: 'scenario', id: scenarioId, field: null });
		if (!hasReason({ verdict, reason })) {
			const message = 'Say why: a concern or disagreement is printed with its reason.';
			throw new ApiError('malformed', message, { path: 'reason' });
		}
		const { at, by, body } = await record(context, {
			kind: 'sign-off',
			subject: scenarioId,
			body: { scenarioId, partyId: context.member.partyId, verdict, reason }
		});
		await changeSession(context, (document) => putSignOff(document, { ...body, at, by }));
		return {};
	}
});
