import type { Role } from '#lib/domain/role.ts';
import { roles } from '#lib/domain/role.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { hashToken, newCode, newToken } from '../access/tokens.ts';
import type { App } from '../app.ts';
import type { LinkRow, NewWorkshop, WorkspaceRow } from '../store/store.ts';

/** How long people can join with a link; whoever joined stays in. */
const linkLifetime = 180 * 24 * 60 * 60 * 1000;

/** The addresses that were made with a workshop; the only moment at which they are known. */
export type CreatedWorkshop = {
	readonly id: string;
	readonly links: Readonly<Record<Role, string>> & { readonly workspace: string | null };
	readonly code: string;
};

/** Where a new workshop is kept: a workspace that exists, with its token if that was shown. */
export type ChosenWorkspace = { readonly id: string; readonly token: string | undefined };

/**
 * Makes a workshop with a link for each role and a spoken code, in a new workspace unless one is given.
 * Its documents are empty until they are filled through the room hub.
 */
export async function createWorkshop(
	app: Pick<App, 'store' | 'now' | 'newId'>,
	file: WorkshopFile,
	about: { readonly id: string; readonly workspace: ChosenWorkspace | undefined }
): Promise<CreatedWorkshop & { readonly workspaceId: string }> {
	const tokens = new Map(roles.map((role) => [role, newToken()]));
	const workspace: Workspace = about.workspace ?? newWorkspace(app);
	const links = [...tokens].map(([role, token]) =>
		newLink(app, { workshopId: about.id, role, token })
	);
	const row = {
		id: about.id,
		workspaceId: workspace.id,
		title: file.workshop.title,
		language: file.workshop.language,
		lobbyOpen: true,
		createdAt: app.now()
	};
	const code = await createWithFreeCode(app, { workshop: row, links, workspace: workspace.row });
	return {
		id: about.id,
		workspaceId: workspace.id,
		code,
		links: {
			...(Object.fromEntries([...tokens].map(joinLink)) as Record<Role, string>),
			workspace: workspace.token ? `/workspace#${workspace.token}` : null
		}
	};
}

/** A link as the store keeps it. */
export function newLink(
	{ now, newId }: Pick<App, 'now' | 'newId'>,
	{ workshopId, role, token }: { workshopId: string; role: Role; token: string }
): Omit<LinkRow, 'state'> {
	return {
		id: newId(),
		workshopId,
		role,
		tokenHash: hashToken(token),
		createdAt: now(),
		expiresAt: now() + linkLifetime
	};
}

function joinLink([role, token]: readonly [Role, string]): [Role, string] {
	return [role, `/join#${token}`];
}

/** The workspace of a workshop, with the row that has to be made where it is new. */
type Workspace = ChosenWorkspace & { readonly row?: WorkspaceRow };

/** It has no title until its hosts give it one. */
function newWorkspace({ now, newId }: Pick<App, 'now' | 'newId'>): Workspace {
	const id = newId();
	const token = newToken();
	return { id, token, row: { id, title: '', tokenHash: hashToken(token), createdAt: now() } };
}

type WithoutCode = Omit<NewWorkshop, 'workshop'> & {
	readonly workshop: Omit<NewWorkshop['workshop'], 'code'>;
};

async function createWithFreeCode(
	{ store }: Pick<App, 'store'>,
	fresh: WithoutCode
): Promise<string> {
	const code = await freeCode(store);
	await store.createWorkshop({ ...fresh, workshop: { ...fresh.workshop, code } });
	return code;
}

/** A code that no workshop has; one try is nearly always enough, with 852 thousand million of them. */
export async function freeCode(store: App['store']): Promise<string> {
	for (;;) {
		const code = newCode();
		if (!(await store.findWorkshopByCode(code))) return code;
	}
}
