import * as v from 'valibot';
import { setState } from '#lib/document/session/put.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget, targetFields } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** Brings a card or a number to every screen, or takes it off. */
export const setSpotlight = defineCommand({
	type: 'set-spotlight',
	fields: { target: v.nullable(targetFields) },
	perform: async (context, { target }) => {
		if (target) await checkTarget(context, target);
		await changeSession(context, (document) =>
			setState(document, 'spotlight', target ?? undefined)
		);
		return { target };
	}
});
