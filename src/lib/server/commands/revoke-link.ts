import * as v from 'valibot';
import { roles } from '#lib/domain/role.ts';
import { checkMembersAgain } from '../feed/feeds.ts';
import { defineCommand } from './command.ts';

/**
 * Ends a role's link: nobody joins with it, and who came in by it is out at once.
 * The facilitator who asks stays in. For participants the spoken code ends as well.
 */
export const revokeLink = defineCommand({
	type: 'revoke-link',
	fields: { role: v.picklist(roles) },
	perform: async ({ app, member }, { role }) => {
		const { workshopId } = member;
		await app.store.revokeLinks(workshopId, role, member.id);
		if (role === 'participant') await app.store.updateWorkshop(workshopId, { code: null });
		const revoked = (await app.store.listMembers(workshopId)).filter(
			({ linkState }) => linkState === 'revoked'
		);
		const ids = new Set(revoked.map(({ id }) => id));
		checkMembersAgain(app, workshopId, ({ id }) => ids.has(id), 4401);
		return { role, membersOut: ids.size };
	}
});
