import { goto } from '$app/navigation';
import { keepLinks, type CreatedWorkshop } from '../shell/kept-links.ts';
import { request, type FileProblem, type Refusal } from '../shell/request.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';

/** What a new workshop is made of; a workspace is where it will be listed. */
export type NewWorkshop = { workspaceId?: string; passphrase?: string } & (
	| { title: string; language: LanguageCode }
	| { template: 'demo'; language: LanguageCode }
	| { file: unknown }
);

/** Starting a workshop: what is under way, what was refused, and what a file left out. */
export class WorkshopStart {
	#busy = $state(false);
	#refusal = $state.raw<Refusal>();
	#opened = $state.raw<{ id: string; warnings: readonly FileProblem[] }>();

	get busy(): boolean {
		return this.#busy;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** A workshop that was opened with remarks, which people read before they go there. */
	get openedWithRemarks(): { id: string; warnings: readonly FileProblem[] } | undefined {
		return this.#opened;
	}

	/** Makes the workshop and goes there, unless there is something to read first. */
	async begin(wanted: NewWorkshop): Promise<void> {
		if (this.#busy) return;
		this.#busy = true;
		this.#refusal = undefined;
		const reply = await request<CreatedWorkshop>('POST', '/api/workshops', wanted);
		if (!reply.ok) this.#refusal = reply.refusal;
		else await this.#arrive(reply.value);
		this.#busy = false;
	}

	/** Refuses without asking the server, for a file that cannot be read at all. */
	refuse(refusal: Refusal): void {
		this.#refusal = refusal;
	}

	forget(): void {
		this.#refusal = undefined;
		this.#opened = undefined;
	}

	async #arrive({ id, links, warnings }: CreatedWorkshop): Promise<void> {
		keepLinks(id, links);
		if (warnings.length > 0) this.#opened = { id, warnings };
		else await goto(`/w/${id}/arena`);
	}
}
