import { agreedIn } from '#lib/document/agreed.ts';
import { adoptScenario as showAdoption } from '#lib/document/session/write.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema, record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkAnswered, openQuestions } from '../deliberation/unanswered.ts';
import { exportFile } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

/**
 * Adopts a scenario. While questions of severity 3 have no answer that takes a typed reason, which
 * is kept with what was open. What was agreed on is kept too, and is what everybody reads from then on. Doing nothing is what happens without a choice: it is not adopted.
 */
export const adoptScenario = defineCommand({
	type: 'adopt-scenario',
	fields: { scenarioId: idSchema, reason: maybeSaidSchema },
	perform: async (context, { scenarioId, reason }) => {
		const { app, member } = context;
		const { file } = await exportFile(app.hub, member.workshopId);
		const scenario = file.scenarios.find(({ id }) => id === scenarioId);
		if (!scenario) {
			throw new ApiError('not-here', 'There is no such scenario.', { path: 'scenarioId' });
		}
		const open = openQuestions(file, scenarioId);
		checkAnswered(open, reason);
		const { at, by, body } = await record(context, {
			kind: 'adopt-scenario',
			subject: scenarioId,
			body: { scenarioId, reason, open, agreed: agreedIn(scenario) }
		});
		await changeSession(context, (document) => showAdoption(document, { ...body, at, by }));
		return { scenarioId };
	}
});
