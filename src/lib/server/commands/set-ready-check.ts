import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { idOfCommand } from '../access/tokens.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Asks everybody whether they are ready, anew each time, or takes the question away. */
export const setReadyCheck = defineCommand({
	type: 'set-ready-check',
	fields: { open: v.boolean() },
	perform: async (context, { open }) => {
		const id = idOfCommand(context.member.id, context.commandId);
		await changeSession(context, (document) =>
			setState(document, 'readyCheck', open ? { id, ready: [] } : undefined)
		);
		return { open };
	}
});
