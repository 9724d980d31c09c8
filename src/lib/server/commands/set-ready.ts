import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { readSession } from '#lib/document/session/session.ts';
import { ApiError } from '../api-error.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Says that one is ready, or not yet after all. */
export const setReady = defineCommand({
	type: 'set-ready',
	fields: { ready: v.boolean() },
	perform: async (context, { ready }) => {
		const { id: memberId } = context.member;
		await changeSession(context, (document) => {
			const { readyCheck } = readSession(document);
			if (!readyCheck) throw new ApiError('not-now', 'Nobody asks whether you are ready now.');
			const others = readyCheck.ready.filter((id) => id !== memberId);
			setState(document, 'readyCheck', {
				id: readyCheck.id,
				ready: ready ? [...others, memberId] : others
			});
		});
		return { ready };
	}
});
