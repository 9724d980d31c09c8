import * as v from 'valibot';
import { showMember } from '../workshops/members.ts';
import { checkParty } from '../workshops/parties.ts';
import { nameSchema, partyIdSchema } from '../workshops/profile.ts';
import { checkMembersAgain } from '../feed/feeds.ts';
import { defineCommand } from './command.ts';

/** Changes one's own name or party; what is left out stays as it is. */
export const setProfile = defineCommand({
	type: 'set-profile',
	fields: { name: v.optional(nameSchema), partyId: v.optional(partyIdSchema) },
	perform: async ({ app, member }, { name, partyId }) => {
		await checkParty(app.hub, member.workshopId, partyId);
		await app.store.updateMember(member.workshopId, member.id, { name, partyId });
		const changed = { ...member, ...(await app.store.findMember(member.workshopId, member.id)) };
		await showMember(app.hub, changed);
		// The hub stamps the name on who is here; coming back makes it stamp the new one.
		checkMembersAgain(app, member.workshopId, ({ id }) => id === member.id, 4500);
		// Not the name: answers are kept, and a name is kept in one place only.
		return { partyId: changed.partyId };
	}
});
