import * as v from 'valibot';
import { keepVersion as keep } from '../rooms/versions.ts';
import { defineCommand } from './command.ts';

/** Keeps the board as it is now under a name, until the whole workshop is deleted. */
export const keepVersion = defineCommand({
	type: 'keep-version',
	fields: { name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)) },
	perform: async ({ app, member }, { name }) => {
		await keep(app, {
			...{ workshopId: member.workshopId, memberId: member.id },
			...{ label: 'named', name }
		});
		return {};
	}
});
