import * as v from 'valibot';
import { removeMember as forgetMember } from '#lib/document/session/write.ts';
import { ApiError } from '../api-error.ts';
import { otherMember } from '../workshops/members.ts';
import { checkMembersAgain } from '../feed/feeds.ts';
import { defineCommand } from './command.ts';

/** Puts a member out and forgets their name; what they wrote stays, without a name. */
export const removeMember = defineCommand({
	type: 'remove-member',
	fields: { memberId: v.string() },
	perform: async ({ app, member }, { memberId }) => {
		await otherMember(app.store, member.workshopId, memberId);
		if (memberId === member.id) {
			throw new ApiError('not-now', 'Another facilitator has to remove you.');
		}
		await app.store.removeMember(member.workshopId, memberId);
		checkMembersAgain(app, member.workshopId, ({ id }) => id === memberId, 4401);
		await app.hub.change(member.workshopId, 'session', null, (document) => {
			forgetMember(document, memberId);
		});
		await app.store.wipeDeleted();
		return { memberId };
	}
});
