import type { MemberRow } from '../people.ts';

export const memberColumns = `members.id, members.workshop_id AS "workshopId", members.role, members.name,
	members.party_id AS "partyId", members.colour, members.link_id AS "linkId",
	links.state AS "linkState", members.removed, members.joined_at AS "joinedAt",
	members.decided_at AS "decidedAt"`;

export const membersWithLinks = 'members LEFT JOIN links ON links.id = members.link_id';

/** A member as the database gives it. */
export type StoredMember = Omit<MemberRow, 'removed' | 'decidedAt'> & {
	removed: number;
	decidedAt: number | null;
};

/** Turns what is stored into what it means. */
export function memberOf(row: StoredMember): MemberRow {
	return { ...row, removed: row.removed === 1, decidedAt: row.decidedAt ?? undefined };
}
