import { refusalText, type Refusal } from '#lib/components/shell/request.ts';
import { sendCommand } from '#lib/components/shell/send-command.ts';
import { useLanguage } from '#lib/components/ui/language.svelte.ts';
import type { Adoption } from '#lib/document/session/critic.ts';
import { useWorkshopSession } from '#lib/live/session-context.ts';

/** Adopting a scenario, with what the server says has no answer yet. Make it while a component starts. */
export class Adopting {
	readonly #session = useWorkshopSession();
	readonly #language = useLanguage();
	readonly #scenarioId: () => string;
	#busy = $state(false);
	#refusal = $state.raw<Refusal>();

	constructor(scenarioId: () => string) {
		this.#scenarioId = scenarioId;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** What has to be answered, or a reason given for; undefined as long as the server did not ask. */
	get open(): Adoption['open'] | undefined {
		return this.#refusal?.open;
	}

	/** How many of the critic's findings have no answer. */
	get findings(): number {
		return this.open?.findings.length ?? 0;
	}

	/** How many questions have no answer. */
	get count(): number {
		return this.findings + (this.open?.challengeIds.length ?? 0);
	}

	/** Why it was not done; that questions are open is no problem but a question. */
	get problem(): string | undefined {
		if (!this.#refusal || this.#refusal.code === 'unanswered') return undefined;
		return refusalText(this.#language.t, this.#refusal);
	}

	/** Tries to adopt it; gives whether it was. */
	adopt(reason = ''): Promise<boolean> {
		return this.#ask({ type: 'adopt-scenario', scenarioId: this.#scenarioId(), reason });
	}

	withdraw(): Promise<boolean> {
		return this.#ask({ type: 'withdraw-adoption', scenarioId: this.#scenarioId() });
	}

	/** Leaves it as it is. */
	forget(): void {
		this.#refusal = undefined;
	}

	async #ask(command: object): Promise<boolean> {
		this.#busy = true;
		const reply = await sendCommand(this.#session.workshopId, command);
		this.#busy = false;
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok;
	}
}
