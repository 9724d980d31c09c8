import { putDismissal } from '#lib/document/session/write-critic.ts';
import { findingFields } from '../deliberation/finding.ts';
import { record, saidSchema } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/**
 * Sets a finding aside with a reason, which the report prints. It is not an answer: what must be
 * answered before a scenario is adopted still must be.
 */
export const dismissFinding = defineCommand({
	type: 'dismiss-finding',
	fields: { ...findingFields, reason: saidSchema },
	perform: async (context, { rule, target, reason }) => {
		await checkTarget(context, target);
		const { at, by, body } = await record(context, {
			kind: 'dismiss-finding',
			subject: target.id,
			body: { rule, target, reason }
		});
		await changeSession(context, (document) => putDismissal(document, { ...body, at, by }));
		return {};
	}
});
