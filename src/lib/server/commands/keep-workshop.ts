import { defineCommand } from './command.ts';

/** Makes a workshop that nobody changes stay as long as one that was changed just now. */
export const keepWorkshop = defineCommand({
	type: 'keep-workshop',
	fields: {},
	perform: async ({ app, member }) => {
		await app.store.touchWorkshop(member.workshopId);
		return {};
	}
});
