import type { Role } from '#lib/domain/role.ts';
import { request, type Refusal } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';

/** A version of the board that was kept: when, why, and before whose change. */
export type KeptVersion = {
	readonly id: string;
	readonly label: string;
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

	/** Puts a version back for everybody; true when that is done. */
	async restore({ id }: KeptVersion): Promise<boolean> {
		if (this.#busy) return false;
		this.#busy = true;
		const command = { type: 'restore-version', versionId: id };
		const reply = await sendCommand(this.#workshopId, command);
		if (reply.ok) await this.load();
		else this.#refusal = reply.refusal;
		this.#busy = false;
		return reply.ok;
	}
}
