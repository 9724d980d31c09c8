import { createHash } from 'node:crypto';
import type { Role } from '#lib/domain/role.ts';
import type { LinkRow, MemberRow, NewWorkshop } from '#lib/server/store/store.ts';

export function bytes(text: string): Uint8Array {
	return new Uint8Array(new TextEncoder().encode(text));
}

export function hash(text: string): Uint8Array {
	return new Uint8Array(createHash('sha256').update(text).digest());
}

/** A workshop in a workspace of its own, whose id is `space-` and the workshop's. */
export function workshop(
	id: string,
	change: { code?: string; links?: NewWorkshop['links'] } = {}
): NewWorkshop {
	return {
		workshop: {
			id,
			workspaceId: `space-${id}`,
			title: `Workshop ${id}`,
			language: 'nl',
			lobbyOpen: true,
			code: change.code ?? null,
			createdAt: 1000
		},
		links: change.links ?? [],
		workspace: {
			id: `space-${id}`,
			title: `Space ${id}`,
			tokenHash: hash(`space-${id}`),
			createdAt: 1000
		}
	};
}

/** A link whose token is the workshop's id, a space and the role. */
export function link(workshopId: string, role: Role): Omit<LinkRow, 'state'> {
	return {
		id: `link-${workshopId}-${role}`,
		workshopId,
		role,
		tokenHash: hash(`${workshopId} ${role}`),
		createdAt: 1000,
		expiresAt: 9000
	};
}

export function member(
	id: string,
	workshopId: string,
	change: Partial<MemberRow> = {}
): Omit<MemberRow, 'linkState' | 'removed'> {
	return {
		id,
		workshopId,
		role: 'participant',
		name: null,
		partyId: null,
		colour: 0,
		linkId: null,
		joinedAt: 1000,
		...change
	};
}
