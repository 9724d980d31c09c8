import { setSpeaking } from '#lib/document/session/write-seat.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Ends the turn to speak. */
export const stopSpeaking = defineCommand({
	type: 'stop-speaking',
	fields: {},
	perform: async (context) => {
		await changeSession(context, (document) => setSpeaking(document, undefined));
		return {};
	}
});
