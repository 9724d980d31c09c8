import { useLanguage } from '#lib/components/ui/language.svelte.ts';
import { refusalText, type Refusal } from '#lib/components/shell/request.ts';
import { sendCommand } from '#lib/components/shell/send-command.ts';
import { useWorkshopSession } from '#lib/live/session-context.ts';

/** Something that a person asks of the server, with what it said. Make it while a component starts. */
export class Deed {
	readonly #session = useWorkshopSession();
	readonly #language = useLanguage();
	#busy = $state(false);
	#refusal = $state.raw<Refusal>();

	/** The server has not answered yet. */
	get busy(): boolean {
		return this.#busy;
	}

	/** Why it was not done, and what to do now; undefined when nothing went wrong. */
	get problem(): string | undefined {
		return this.#refusal && refusalText(this.#language.t, this.#refusal);
	}

	/** Asks for it; gives whether it was done. What is done comes back through the session. */
	async send(command: object): Promise<boolean> {
		this.#busy = true;
		const reply = await sendCommand(this.#session.workshopId, command);
		this.#busy = false;
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok;
	}
}
