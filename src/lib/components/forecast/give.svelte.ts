import { refusalText, type Refusal, type Reply } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** One command on its way to the server: whether it is under way, and why it was refused. */
export class Giving {
	readonly #workshopId: string;
	#busy = $state(false);
	#refusal = $state.raw<Refusal>();

	constructor(workshopId: string) {
		this.#workshopId = workshopId;
	}

	/** The server has not answered yet. */
	get busy(): boolean {
		return this.#busy;
	}

	/** Why the last command was not done; undefined when it was. */
	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** What happened and what to do, in the language of the screen. */
	problem(t: Translate): string | undefined {
		return this.#refusal && refusalText(t, this.#refusal);
	}

	/** Gives a command and tells whether it was done. */
	async give(command: object): Promise<boolean> {
		this.#busy = true;
		const reply: Reply<unknown> = await sendCommand(this.#workshopId, command);
		this.#busy = false;
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok;
	}
}
