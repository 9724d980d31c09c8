import { takeDismissal } from '#lib/document/session/write-critic.ts';
import { findingFields } from '../deliberation/finding.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Puts a finding that was set aside back among those that ask for attention. */
export const restoreFinding = defineCommand({
	type: 'restore-finding',
	fields: findingFields,
	perform: async (context, { rule, target }) => {
		const body = { rule, target };
		await record(context, { kind: 'restore-finding', subject: target.id, body });
		await changeSession(context, (document) => takeDismissal(document, body));
		return {};
	}
});
