import { setDoubt } from '#lib/document/session/write-seat.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Asks everybody which number they don't believe; what they say is shown when it is closed. */
export const openDoubt = defineCommand({
	type: 'open-doubt',
	fields: {},
	perform: async (context) => {
		const { doubt } = await sessionNow(context);
		if (doubt?.open) throw new ApiError('not-now', 'This question is being asked already.');
		const said = await record(context, {
			...{ kind: 'open-doubt', subject: context.app.newId(), body: {} }
		});
		const { subject: id, at, by } = said;
		await changeSession(context, (document) =>
			setDoubt(document, { id, open: true, answered: 0, named: [], at, by })
		);
		return { doubtId: id };
	}
});
