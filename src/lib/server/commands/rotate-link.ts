import * as v from 'valibot';
import { roles } from '#lib/domain/role.ts';
import { newToken } from '../access/tokens.ts';
import { freeCode, newLink } from '../workshops/create.ts';
import { defineCommand } from './command.ts';

/**
 * Gives a role a new link; nobody joins with the old one any more, whoever is in stays in.
 * For participants the spoken code is new as well.
 */
export const rotateLink = defineCommand({
	type: 'rotate-link',
	fields: { role: v.picklist(roles) },
	answerIsSecret: true,
	perform: async ({ app, member }, { role }) => {
		const { workshopId } = member;
		const token = newToken();
		await app.store.replaceLink(newLink(app, { workshopId, role, token }));
		const link = `/join#${token}`;
		if (role !== 'participant') return { role, link };
		const code = await freeCode(app.store);
		await app.store.updateWorkshop(workshopId, { code });
		return { role, link, code };
	}
});
