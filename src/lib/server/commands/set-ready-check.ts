import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { idOfCommand } from '../access/tokens.ts';
import { isLatest, record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

const subject = 'ready-check';

/**
 * Asks everybody whether they are ready, anew each time, or takes the question away. A command that
 * comes again late neither brings an earlier question back nor forgets who was ready.
 */
export const setReadyCheck = defineCommand({
	type: 'set-ready-check',
	fields: { open: v.boolean() },
	perform: async (context, { open }) => {
		const { app, member, commandId } = context;
		const id = idOfCommand(member.id, commandId);
		await app.turns.take(`ready check ${member.workshopId}`, async () => {
			await record(context, { kind: 'set-ready-check', subject, body: { open } });
			const { readyCheck } = await sessionNow(context);
			if (readyCheck?.id === id || !(await isLatest(context, subject))) return;
			await changeSession(context, (document) =>
				setState(document, 'readyCheck', open ? { id, ready: [] } : undefined)
			);
		});
		return { open };
	}
});
