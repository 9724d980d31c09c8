import { refusalText, request, type Refusal } from '#lib/components/shell/request.ts';
import { sendCommand } from '#lib/components/shell/send-command.ts';
import { useLanguage } from '#lib/components/ui/language.svelte.ts';
import { newId } from '#lib/live/new-id.ts';
import { useWorkshopSession } from '#lib/live/session-context.ts';

type Card = { readonly id: string; readonly text: string };

/** The cards that this person wrote for the pre-mortem and that nobody else has seen yet. */
export class OwnCards {
	readonly #workshopId = useWorkshopSession().workshopId;
	readonly #language = useLanguage();
	#cards = $state.raw<readonly Card[]>([]);
	#busy = $state(false);
	#refusal = $state.raw<Refusal>();

	constructor() {
		void this.#fetch();
	}

	get cards(): readonly Card[] {
		return this.#cards;
	}

	get busy(): boolean {
		return this.#busy;
	}

	get problem(): string | undefined {
		return this.#refusal && refusalText(this.#language.t, this.#refusal);
	}

	/** Hands a card in; gives whether the server has it. */
	async write(text: string): Promise<boolean> {
		const id = newId();
		const written = await this.#ask({ type: 'write-premortem-card', cardId: id, text });
		if (written) this.#cards = [...this.#cards, { id, text }];
		return written;
	}

	/** Takes a card back. */
	async remove(id: string): Promise<void> {
		const removed = await this.#ask({ type: 'remove-premortem-card', cardId: id });
		if (removed) this.#cards = this.#cards.filter((card) => card.id !== id);
	}

	async #ask(command: object): Promise<boolean> {
		this.#busy = true;
		const reply = await sendCommand(this.#workshopId, command);
		this.#busy = false;
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok;
	}

	async #fetch(): Promise<void> {
		const path = `/api/workshops/${this.#workshopId}/hand-ins`;
		const reply = await request<{ premortemCards: readonly Card[] }>('GET', path);
		if (reply.ok) this.#cards = reply.value.premortemCards;
	}
}
