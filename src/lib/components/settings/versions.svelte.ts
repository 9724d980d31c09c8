import type { BoardContent } from '#lib/document/content.ts';
import type { Role } from '#lib/domain/role.ts';
import { untrack } from 'svelte';
import { request, type Refusal } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';

/** A version of the board that was kept: when, why, and before whose change. */
export type KeptVersion = {
	readonly id: string;
	readonly label: string;
	/** What somebody called it; null when it was kept by itself. */
	readonly name: string | null;
	/** ISO moment. */
	readonly at: string;
	readonly by: { readonly name: string | null; readonly role: Role } | null;
};

/** The kept versions of a workshop, and putting one back. */
export class Versions {
	readonly #workshopId: string;
	#list = $state.raw<readonly KeptVersion[]>();
	#refusal = $state.raw<Refusal>();
	#busy = $state(false);
	#boards = $state.raw<Readonly<Record<string, BoardContent>>>({});

	constructor(workshopId: string) {
		this.#workshopId = workshopId;
	}

	/** Newest first; undefined until the server has told. */
	get list(): readonly KeptVersion[] | undefined {
		return this.#list;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	get busy(): boolean {
		return this.#busy;
	}

	async load(): Promise<void> {
		const path = `/api/workshops/${this.#workshopId}/versions`;
		const reply = await request<{ versions: readonly KeptVersion[] }>('GET', path);
		this.#refusal = reply.ok ? undefined : reply.refusal;
		if (reply.ok) this.#list = reply.value.versions;
	}

	/** What was on the board in the versions that were looked into, by the version's id. */
	get boards(): Readonly<Record<string, BoardContent>> {
		return this.#boards;
	}

	async loadBoard(id: string): Promise<void> {
		if (id in untrack(() => this.#boards)) return;
		const path = `/api/workshops/${this.#workshopId}/versions/${id}`;
		const reply = await request<{ content: BoardContent }>('GET', path);
		if (reply.ok) this.#boards = { ...this.#boards, [id]: reply.value.content };
		else this.#refusal = reply.refusal;
	}

	/** Keeps the board as it is now under a name; true when that is done. */
	keep(name: string): Promise<boolean> {
		return this.#give({ type: 'keep-version', name });
	}

	/** Puts a version back for everybody; true when that is done. */
	restore({ id }: KeptVersion): Promise<boolean> {
		return this.#give({ type: 'restore-version', versionId: id });
	}

	async #give(command: object): Promise<boolean> {
		if (this.#busy) return false;
		this.#busy = true;
		const reply = await sendCommand(this.#workshopId, command);
		if (reply.ok) await this.load();
		else this.#refusal = reply.refusal;
		this.#busy = false;
		return reply.ok;
	}
}
