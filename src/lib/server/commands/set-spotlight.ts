import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { isLatest, record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget, targetFields } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

const subject = 'spotlight';

/**
 * Brings a card or a number to every screen, or takes it off. What was asked is on record first, so
 * that a command that comes again, also after the server was killed, brings back no earlier card.
 */
export const setSpotlight = defineCommand({
	type: 'set-spotlight',
	fields: { target: v.nullable(targetFields) },
	perform: async (context, { target }) => {
		if (target) await checkTarget(context, target);
		await context.app.turns.take(`spotlight ${context.member.workshopId}`, async () => {
			await record(context, { kind: 'set-spotlight', subject, body: { target } });
			if (!(await isLatest(context, subject))) return;
			await changeSession(context, (document) =>
				setState(document, 'spotlight', target ?? undefined)
			);
		});
		return { target };
	}
});
