import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { defineCommand } from './command.ts';

/** Opens or closes the lobby; only while it is open people come in with the spoken code. */
export const setLobby = defineCommand({
	type: 'set-lobby',
	fields: { open: v.boolean() },
	perform: async ({ app, member }, { open }) => {
		await app.store.updateWorkshop(member.workshopId, { lobbyOpen: open });
		await app.hub.change(member.workshopId, 'session', null, (document) => {
			setState(document, 'lobbyOpen', open);
		});
		return { lobbyOpen: open };
	}
});
