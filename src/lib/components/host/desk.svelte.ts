import { createContext } from 'svelte';
import type { BoardContent } from '#lib/document/content.ts';
import type { SessionCommand } from '#lib/document/session/commands.ts';
import type { SessionView } from '#lib/document/session/view.ts';
import type { RemoteSession } from '#lib/live/remote-session.svelte.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import type { Refusal } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';

/**
 * What a facilitator works with: everything they may see, the board, and commands that are given now
 * or not at all. A reveal that waited for a connection would come at the wrong moment.
 */
export class Desk {
	readonly remote: RemoteSession;
	readonly #session: WorkshopSession;
	#refusal = $state.raw<Refusal>();

	constructor(session: WorkshopSession, remote: RemoteSession) {
		this.#session = session;
		this.remote = remote;
	}

	get workshopId(): string {
		return this.#session.workshopId;
	}

	get view(): SessionView | undefined {
		return this.remote.view;
	}

	get board(): BoardContent {
		return this.#session.content;
	}

	/** Why the last command was not done; undefined when it was. */
	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Milliseconds by the server's clock. */
	readonly now = (): number => this.remote.clock.now();

	/** Gives a command; tells whether it was done. */
	async give(command: SessionCommand): Promise<boolean> {
		const reply = await sendCommand(this.workshopId, command);
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok;
	}
}

/** The desk of the facilitator, for all parts of the console. */
export const [useDesk, provideDesk] = createContext<Desk>();
