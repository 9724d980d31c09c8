import { setState } from '#lib/document/session/put.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Makes who gives it the facilitator who leads now; the others may still do everything. */
export const takeOver = defineCommand({
	type: 'take-over',
	fields: {},
	perform: async (context) => {
		const { id } = context.member;
		await record(context, { kind: 'take-over', subject: id, body: {} });
		await changeSession(context, (document) => setState(document, 'leadId', id));
		return { leadId: id };
	}
});
