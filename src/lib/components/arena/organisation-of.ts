import type { SessionMember } from '#lib/document/session/member.ts';
import type { Party } from '#lib/domain/party.ts';

type Shown = { readonly role: SessionMember['role']; readonly colour: number };

/**
 * Says for which party somebody who is here sits at the table.
 *
 * Who is here is told without a member's id. Role and colour tell people apart, up to twelve a role;
 * where two who look the same sit there for different parties, nothing is said.
 */
export function organisationOf(
	{ role, colour }: Shown,
	members: readonly SessionMember[],
	parties: readonly Party[]
): string | undefined {
	const alike = members.filter((member) => member.role === role && member.colour === colour);
	const [partyId, ...others] = new Set(alike.map((member) => member.partyId));
	if (!partyId || others.length > 0) return undefined;
	return parties.find(({ id }) => id === partyId)?.name;
}
