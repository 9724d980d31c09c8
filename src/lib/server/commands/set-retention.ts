import * as v from 'valibot';
import { nameTerms, workshopTerms } from '#lib/domain/retention.ts';
import { defineCommand } from './command.ts';

/**
 * Chooses how many days names are kept after the last visit, and the whole after the last change; null for
 * the usual term, and for a workshop that stays. What the server keeps at most bounds both.
 */
export const setRetention = defineCommand({
	type: 'set-retention',
	fields: {
		names: v.nullable(v.picklist(nameTerms)),
		workshop: v.nullable(v.picklist(workshopTerms))
	},
	perform: async ({ app, member }, { names, workshop }) => {
		await app.store.setTerms(member.workshopId, { names, workshop });
		return {};
	}
});
