import * as v from 'valibot';
import { roles, type Role } from '#lib/domain/role.ts';
import { ApiError } from '../api-error.ts';
import type { Store } from '../store/store.ts';
import { otherMember, showMember } from '../workshops/members.ts';
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
		const linkId = other.linkId === null ? null : await linkOf(app.store, member.workshopId, role);
		const decidedAt = app.now();
		await app.store.updateMember(member.workshopId, memberId, { role, linkId, decidedAt });
		await showMember(app.hub, { ...other, role });
		// 4500 makes the client come back by itself, and be admitted in the new role.
		app.hub.closeMembers(member.workshopId, ({ id }) => id === memberId, 4500);
		return { memberId, role };
	}
});

/** From now on they are in by the link of their new role, and out when that is revoked. */
async function linkOf(store: Store, workshopId: string, role: Role): Promise<string> {
	const link = (await store.activeLinks(workshopId)).find((active) => active.role === role);
	if (link) return link.id;
	throw new ApiError('not-now', `The role of ${role} has no link now: make a new one first.`);
}
