import type { Role } from '#lib/domain/role.ts';
import { ApiError } from '../api-error.ts';
import type { App } from '../app.ts';
import { checkMembersAgain } from '../feed/feeds.ts';
import type { MemberRow, Store } from '../store/store.ts';
import { showMember } from './members.ts';

/**
 * Gives somebody another role; their connection starts again with it.
 *
 * @throws {ApiError} 409 when the role has no link by which it could be taken away again
 */
export async function giveRole(
	app: Pick<App, 'store' | 'hub' | 'feeds' | 'now'>,
	member: MemberRow,
	role: Role
): Promise<void> {
	const { id, workshopId } = member;
	const linkId = member.linkId === null ? null : await linkOf(app.store, workshopId, role);
	await app.store.updateMember(workshopId, id, { role, linkId, decidedAt: app.now() });
	await showMember(app.hub, { ...member, role });
	// 4500 makes the client come back by itself, and be admitted in the new role.
	checkMembersAgain(app, workshopId, (other) => other.id === id, 4500);
}

/** From now on they are in by the link of their new role, and out when that is revoked. */
async function linkOf(store: Store, workshopId: string, role: Role): Promise<string> {
	const link = (await store.activeLinks(workshopId)).find((active) => active.role === role);
	if (link) return link.id;
	throw new ApiError('not-now', `The role of ${role} has no link now: make a new one first.`);
}
