import * as v from 'valibot';
import { phases } from '#lib/document/phase.ts';
import { setState } from '#lib/document/session/put.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import { isLatest, record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { keepVersion } from '../rooms/versions.ts';
import { defineCommand, type CommandContext } from './command.ts';

const subject = 'phase';

/**
 * Brings everybody to a phase, forward or back. It deletes and closes nothing; the board as it is now
 * is kept as a version. A command that comes again late takes nobody back to an earlier phase.
 */
export const setPhase = defineCommand({
	type: 'set-phase',
	fields: { phase: v.picklist(phases), stepId: v.optional(v.nullable(idSchema)) },
	perform: async (context, asked) => {
		const { app, member } = context;
		return app.turns.take(`phase ${member.workshopId}`, async () => {
			const stepId = await stepAsked(context, asked);
			const { at, body } = await record(context, {
				...{ kind: 'set-phase', subject },
				body: { phase: asked.phase, stepId }
			});
			const answer = { phase: body.phase, stepId: body.stepId };
			if (!(await isLatest(context, subject))) return answer;
			await changeSession(context, (document) => {
				setState(document, 'phase', body.phase);
				setState(document, 'stepId', body.stepId ?? undefined);
				setState(document, 'movedAt', at);
			});
			const by = { workshopId: member.workshopId, memberId: member.id, label: 'phase-change' };
			await keepVersion(app, by);
			return answer;
		});
	}
});

type Asked = { readonly phase: string; readonly stepId?: string | null | undefined };

/**
 * Gives the step that is meant: the one that is named, or the first of that phase.
 *
 * @throws {ApiError} 404 for a step that the script does not have
 */
async function stepAsked(context: CommandContext, asked: Asked): Promise<string | null> {
	if (asked.stepId === null) return null;
	const { script } = await sessionNow(context);
	const steps = script?.steps ?? [];
	if (asked.stepId === undefined) {
		return steps.find(({ phase }) => phase === asked.phase)?.id ?? null;
	}
	if (steps.some(({ id }) => id === asked.stepId)) return asked.stepId;
	throw new ApiError('not-here', 'The script has no such step.', { path: 'stepId' });
}
