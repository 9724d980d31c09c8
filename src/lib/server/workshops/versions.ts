import { fileFromBoard } from '#lib/document/codec.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { readSession } from '#lib/document/session/session.ts';
import type { Role } from '#lib/domain/role.ts';
import { ApiError } from '../api-error.ts';
import type { App } from '../app.ts';
import { contentOfVersion } from '../rooms/versions.ts';
import { replaceBoard } from './documents.ts';

/** A version of the board that was kept, as the facilitator sees it. */
export type KeptVersion = {
	readonly id: string;
	/** Why it was kept, a key that screens translate. */
	readonly label: string;
	/** What somebody called it; null when it was kept by itself. */
	readonly name: string | null;
	/** ISO moment. */
	readonly at: string;
	readonly bytes: number;
	/** Who made the change before which it was kept; null when it was kept by itself, or they are gone. */
	readonly by: { readonly name: string | null; readonly role: Role } | null;
};

/** Lists the kept versions of a board, newest first. */
export async function keptVersions(
	{ store }: Pick<App, 'store'>,
	workshopId: string
): Promise<KeptVersion[]> {
	const versions = await store.listVersions(`${workshopId}/board`);
	const members = new Map((await store.listMembers(workshopId)).map((one) => [one.id, one]));
	return versions.map(({ id, label, name, at, bytes, memberId }) => {
		const member = memberId === null ? undefined : members.get(memberId);
		const by = member && !member.removed ? { name: member.name, role: member.role } : null;
		return { id, label, name, at: new Date(at).toISOString(), bytes, by };
	});
}

/**
 * Reads what was on the board in a kept version.
 *
 * @throws {ApiError} 404 when this workshop has no such version
 */
export async function versionContent(
	{ store }: Pick<App, 'store'>,
	workshopId: string,
	versionId: string
): Promise<BoardContent> {
	const version = await store.loadVersion(`${workshopId}/board`, versionId);
	if (version) return contentOfVersion(version);
	throw new ApiError('not-here', 'This workshop has no such version.', { path: 'versionId' });
}

/**
 * Puts a kept version back as a new change that everybody sees at once. What was on the board until
 * then is kept as a version first, and no history is replaced.
 *
 * @throws {ApiError} 404 when this workshop has no such version
 */
export async function restoreVersion(
	app: Pick<App, 'store' | 'hub'>,
	{ workshopId, memberId }: { readonly workshopId: string; readonly memberId: string },
	versionId: string
): Promise<void> {
	const content = await versionContent(app, workshopId, versionId);
	const session = await app.hub.read(workshopId, 'session', readSession);
	const { file } = fileFromBoard(content, session);
	await replaceBoard(app, { workshopId, memberId, label: 'before-restore' }, file);
}
