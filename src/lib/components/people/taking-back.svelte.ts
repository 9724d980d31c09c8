import { compareBoards, type BoardDifference } from '#lib/document/compare-boards.ts';
import type { BoardContent } from '#lib/document/content.ts';
import type { RecordKind } from '#lib/document/shape.ts';
import { request, type Refusal } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';

/** What stays although somebody wrote there. */
export type KeptPlace = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	/** Dotted; null for the whole record. */
	readonly field: string | null;
	/** Who wrote there since; null when they have no name. */
	readonly by: string | null;
	readonly why: 'changed' | 'needed';
};

/** What would happen, as the server tried it out. */
type Preview = {
	readonly before: BoardContent;
	readonly after: BoardContent;
	readonly kept: readonly KeptPlace[];
	readonly from: string | null;
};

/** Taking back what a member wrote since a moment: first looking, then doing. */
export class TakingBack {
	readonly #workshopId: string;
	readonly #memberId: string;
	#since: string | undefined;
	#preview = $state.raw<Preview>();
	#refusal = $state.raw<Refusal>();
	#busy = $state(false);
	readonly #differences = $derived(
		this.#preview ? compareBoards(this.#preview.before, this.#preview.after) : []
	);

	constructor(workshopId: string, memberId: string) {
		this.#workshopId = workshopId;
		this.#memberId = memberId;
	}

	get preview(): Preview | undefined {
		return this.#preview;
	}

	get differences(): readonly BoardDifference[] {
		return this.#differences;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** @param since ISO moment; an answer that comes after another question was asked is passed over */
	async look(since: string): Promise<void> {
		this.#since = since;
		this.#preview = undefined;
		const path = `/api/workshops/${this.#workshopId}/members/${this.#memberId}/work?since=${since}`;
		const reply = await request<Preview>('GET', path);
		if (this.#since !== since) return;
		this.#refusal = reply.ok ? undefined : reply.refusal;
		if (reply.ok) this.#preview = reply.value;
	}

	/** Does what was looked at; true when that is done. */
	async give(): Promise<boolean> {
		const since = this.#since;
		if (this.#busy || since === undefined) return false;
		this.#busy = true;
		const command = { type: 'take-back', memberId: this.#memberId, since };
		const reply = await sendCommand(this.#workshopId, command);
		if (reply.ok) await this.look(since);
		else this.#refusal = reply.refusal;
		this.#busy = false;
		return reply.ok;
	}
}
