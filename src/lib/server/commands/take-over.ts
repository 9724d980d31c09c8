import { setState } from '#lib/document/session/put.ts';
import { isLatest, record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

const subject = 'lead';

/** Makes who gives it the facilitator who leads now, unless another took over since; the others may still do everything. */
export const takeOver = defineCommand({
	type: 'take-over',
	fields: {},
	perform: async (context) => {
		const { id } = context.member;
		await context.app.turns.take(`lead ${context.member.workshopId}`, async () => {
			await record(context, { kind: 'take-over', subject, body: {} });
			if (!(await isLatest(context, subject))) return;
			await changeSession(context, (document) => setState(document, 'leadId', id));
		});
		return { leadId: id };
	}
});
