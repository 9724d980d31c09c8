import { request, type Refusal } from '../shell/request.ts';
import type { ListedWorkshop } from '../start/WorkshopList.svelte';

/** The workshops of one organisation or team. */
export type Workspace = { id: string; title: string; workshops: readonly ListedWorkshop[] };

/** The workspaces that this device may open. */
export class WorkspaceList {
	#workspaces = $state.raw<readonly Workspace[]>([]);
	#refusal = $state.raw<Refusal>();
	#loaded = $state(false);

	get current(): readonly Workspace[] {
		return this.#workspaces;
	}

	get loaded(): boolean {
		return this.#loaded;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Opens a workspace by its host link, if there is one, and lists what this device may open. */
	async load(hostToken?: string): Promise<void> {
		this.#refusal = undefined;
		if (hostToken !== undefined) {
			const opened = await request('POST', '/api/workspace/open', { token: hostToken });
			if (!opened.ok) this.#refusal = opened.refusal;
		}
		const reply = await request<{ workspaces: Workspace[] }>('GET', '/api/workspace');
		if (reply.ok) this.#workspaces = reply.value.workspaces;
		else this.#refusal = reply.refusal;
		this.#loaded = true;
	}

	/** Becomes facilitator of one of the workshops; tells whether that worked. */
	async enter(workshopId: string): Promise<boolean> {
		const reply = await request('POST', '/api/workspace/enter', { workshopId });
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok;
	}
}
