import type { Role } from '#lib/domain/role.ts';

/** One person in one workshop; the name lives only here and in the store, never in a document. */
export type Member = {
	readonly id: string;
	readonly workshopId: string;
	readonly role: Role;
	readonly name: string | null;
	readonly partyId: string | null;
	/** Index of the colour this person's cursor and initials have, 0 to 11. */
	readonly colour: number;
};

/** 4401: not joined, or the link was revoked. 4403: not allowed here, or no such place. */
export type Refusal = { readonly refuse: 4401 | 4403; readonly reason: string };

/** What the room hub hears about someone who connects. */
export type Admission = { readonly member: Member; readonly epoch: number } | Refusal;

/** Number of colours members are given in turn. */
export const memberColours = 12;
