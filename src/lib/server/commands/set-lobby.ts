import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { isLatest, record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

const subject = 'lobby';

/**
 * Opens or closes the lobby; only while it is open people come in with the spoken code. What was asked
 * is on record first, so that a command that comes again late opens nothing that was closed since.
 */
export const setLobby = defineCommand({
	type: 'set-lobby',
	fields: { open: v.boolean() },
	perform: async (context, { open }) => {
		const { app, member } = context;
		await app.turns.take(`lobby ${member.workshopId}`, async () => {
			await record(context, { kind: 'set-lobby', subject, body: { open } });
			if (!(await isLatest(context, subject))) return;
			await app.store.updateWorkshop(member.workshopId, { lobbyOpen: open });
			await changeSession(context, (document) => setState(document, 'lobbyOpen', open));
		});
		return { lobbyOpen: open };
	}
});
