import * as Y from 'yjs';
import { Session } from '#lib/document/session/session.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import { Connection, type ConnectionPlace } from './connection.svelte.ts';

/**
 * What everybody may see of the session: phase, challenges, rounds and whatever else the server
 * decides on commands. It is read here and never written; see the commands for changing it.
 */
export class SharedSession {
	readonly #connection: Connection;
	readonly #session: Session;
	#content = $state.raw() as SessionContent;
	/** Scenarios of which the name and the choices stay as they were agreed on. */
	readonly adopted: ReadonlySet<string> = $derived(
		new Set(this.#content.adopted.map(({ scenarioId }) => scenarioId))
	);

	constructor(place: Omit<ConnectionPlace, 'room'>) {
		const doc = new Y.Doc();
		this.#session = new Session(doc);
		this.#content = this.#session.content;
		this.#session.subscribe((content) => (this.#content = content));
		this.#connection = new Connection({ ...place, room: 'session' }, doc);
		// Nobody is present in this room: who is here is told in the room of the board.
		this.#connection.awareness.setLocalState(null);
	}

	/** The session as it is now; a part that did not change is the same object as before. */
	get content(): SessionContent {
		return this.#content;
	}

	/** The contents came from the server or from this device. */
	get loaded(): boolean {
		return this.#connection.loaded;
	}

	async close(): Promise<void> {
		await this.#connection.close();
		this.#session.destroy();
	}
}
