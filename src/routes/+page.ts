import type { ListedWorkshop } from '#lib/components/start/WorkshopList.svelte';
import type { Role } from '#lib/domain/role.ts';
import type { PageLoad } from './$types';

type Mine = { workshops: (ListedWorkshop & { role: Role })[] };
type Workspaces = { workspaces: unknown[] };

/** Lists what this device takes part in; a server that cannot tell leaves the rest of the page usable. */
export const load: PageLoad = async ({ fetch }) => {
	const [mine, workspace] = await Promise.all([fetch('/api/mine'), fetch('/api/workspace')]);
	const { workshops }: Mine = mine.ok ? await mine.json() : { workshops: [] };
	const { workspaces }: Workspaces = workspace.ok ? await workspace.json() : { workspaces: [] };
	return { workshops, hasWorkspace: workspaces.length > 0 };
};
