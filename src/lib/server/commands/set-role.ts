import * as v from 'valibot';
import { roles } from '#lib/domain/role.ts';
import { ApiError } from '../api-error.ts';
import { otherMember } from '../workshops/members.ts';
import { giveRole } from '../workshops/roles.ts';
import { defineCommand } from './command.ts';

/** Gives another member another role; their connection starts again with it. */
export const setRole = defineCommand({
	type: 'set-role',
	fields: { memberId: v.string(), role: v.picklist(roles) },
	perform: async ({ app, member }, { memberId, role }) => {
		const other = await otherMember(app.store, member.workshopId, memberId);
		if (other.id === member.id) {
			throw new ApiError('not-now', 'Another facilitator has to change your role.');
		}
		await giveRole(app, other, role);
		return { memberId, role };
	}
});
