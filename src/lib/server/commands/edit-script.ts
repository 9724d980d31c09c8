import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { scriptSchema } from '#lib/document/session/script.ts';
import { readSession } from '#lib/document/session/session.ts';
import { ApiError } from '../api-error.ts';
import { maybeSaidSchema } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { check } from '../request-body.ts';
import { defineCommand } from './command.ts';

const notesSchema = v.object({
	steps: v.array(v.object({ id: v.string(), note: maybeSaidSchema }))
});

/**
 * Replaces the script, or takes it away with null. What the facilitator says in a step goes to the
 * store only: facilitators read it there, and nobody else ever gets it.
 */
export const editScript = defineCommand({
	type: 'edit-script',
	fields: { script: v.nullable(v.record(v.string(), v.unknown())) },
	perform: async (context, { script }) => {
		const next = script === null ? undefined : check(scriptSchema, script);
		const ids = (next?.steps ?? []).map(({ id }) => id);
		if (new Set(ids).size < ids.length) {
			throw new ApiError('malformed', 'Two steps have the same id.', { path: 'script.steps' });
		}
		const { app, member } = context;
		await app.store.replaceSpeakerNotes(member.workshopId, notesIn(script));
		await changeSession(context, (document) => {
			setState(document, 'script', next);
			const { stepId } = readSession(document);
			if (stepId !== undefined && !ids.includes(stepId)) setState(document, 'stepId', undefined);
		});
		return { steps: ids.length };
	}
});

function notesIn(script: Record<string, unknown> | null): Record<string, string> {
	if (script === null) return {};
	const { steps } = check(notesSchema, script);
	return Object.fromEntries(steps.filter(({ note }) => note).map(({ id, note }) => [id, note]));
}
