import { putSeal } from '#lib/document/session/write-forecast.ts';
import { heldTo } from '#lib/domain/forecast/held-to.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { checkAnswered, openQuestions } from '../deliberation/unanswered.ts';
import { outcomesOf } from '../forecasts/outcomes.ts';
import { sealForecast as seal } from '../forecasts/seal.ts';
import { exportFile } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

/**
 * Seals what is expected of a scenario, for good. While questions of severity 3 have no answer that
 * takes a typed reason, which is sealed with what was open.
 */
export const sealForecast = defineCommand({
	type: 'seal-forecast',
	fields: { scenarioId: idSchema, reason: maybeSaidSchema },
	perform: async (context, { scenarioId, reason }) => {
		const { app, member, commandId } = context;
		const { file } = await exportFile(app.hub, member.workshopId);
		const scenario = file.scenarios.find(({ id }) => id === scenarioId);
		if (!scenario) throw new ApiError('not-here', 'There is no such scenario.');
		const open = openQuestions(file, scenarioId);
		checkAnswered(open, reason);
		const session = await sessionNow(context);
		const stated = session.expectations.map(({ at: _at, by: _by, ...expectation }) => expectation);
		const sealed = await seal(
			app,
			{ workshopId: member.workshopId, id: `${member.id}.${commandId}` },
			{
				scenarioId,
				workshop: file,
				expectations: heldTo(file, scenarioId, stated),
				outcomes: await outcomesOf(file, scenarioId),
				open: { ...open, reason },
				signOffs: session.signOffs
					.filter((signOff) => signOff.scenarioId === scenarioId)
					.map(({ partyId, verdict, reason: why }) => ({ partyId, verdict, reason: why })),
				watches: session.watches.map(({ id, text, indicatorId }) => ({ id, text, indicatorId }))
			}
		);
		const { number, sha256 } = sealed;
		const sealedAt = new Date(sealed.sealedAt).toISOString();
		await changeSession(context, (document) =>
			putSeal(document, {
				...{ number, sha256, sealedAt, scenarioId, scenarioTitle: scenario.title },
				reason
			})
		);
		return { number, sha256 };
	}
});
