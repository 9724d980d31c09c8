import * as v from 'valibot';
import { restoreVersion as restore } from '../workshops/versions.ts';
import { defineCommand } from './command.ts';

/** Puts a kept version of the board back, as a new change. */
export const restoreVersion = defineCommand({
	type: 'restore-version',
	fields: { versionId: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) },
	perform: async ({ app, member }, { versionId }) => {
		await restore(app, { workshopId: member.workshopId, memberId: member.id }, versionId);
		return {};
	}
});
