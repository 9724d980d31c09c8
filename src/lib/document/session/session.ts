import type * as Y from 'yjs';
import { defaultPhase, isPhase } from '../phase.ts';
import { newerDocument } from '../migrations/migrate.ts';
import type { Refusal } from '../refusal.ts';
import { SessionListReader } from './list.ts';
import { sessionReaders, sessionRoots, type SessionContent, type SessionList } from './shape.ts';

/** The session of a workshop as plain values, kept up to date with a shared document that the server writes. */
export class Session {
	readonly #doc: Y.Doc;
	readonly #lists;
	readonly #listeners = new Set<(content: SessionContent) => void>();
	readonly #stops: (() => void)[] = [];
	#content: SessionContent;
	#changed = false;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		const reader = <Name extends SessionList>(name: Name) => doc.getMap(sessionRoots[name]);
		this.#lists = {
			members: new SessionListReader(reader('members'), sessionReaders.members),
			challenges: new SessionListReader(reader('challenges'), sessionReaders.challenges),
			rounds: new SessionListReader(reader('rounds'), sessionReaders.rounds),
			adopted: new SessionListReader(reader('adopted'), sessionReaders.adopted)
		};
		this.#content = this.#read();
		this.#watch();
	}

	/** What everybody may see; unchanged parts keep their identity. */
	get content(): SessionContent {
		return this.#content;
	}

	/** The reason why this program must not be used on this document; undefined when all is well. */
	get refusal(): Refusal | undefined {
		return newerDocument(this.#doc);
	}

	/** Calls a listener once after every transaction that changed something; gives the way to stop. */
	subscribe(listener: (content: SessionContent) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Stops following the document. */
	destroy(): void {
		for (const stop of this.#stops.splice(0)) stop();
		this.#listeners.clear();
	}

	#watch(): void {
		for (const name of Object.keys(this.#lists) as SessionList[]) {
			this.#follow(sessionRoots[name], (keys) => this.#lists[name].refresh(keys));
		}
		this.#follow(sessionRoots.state, () => undefined);
		const tell = () => this.#tell();
		this.#doc.on('afterTransaction', tell);
		this.#stops.push(() => this.#doc.off('afterTransaction', tell));
	}

	#follow(root: string, refresh: (keys: Iterable<string>) => void): void {
		const map = this.#doc.getMap(root);
		const note = (event: Y.YMapEvent<unknown>) => {
			refresh([...event.keysChanged].filter((key) => typeof key === 'string'));
			this.#changed = true;
		};
		map.observe(note);
		this.#stops.push(() => map.unobserve(note));
	}

	#tell(): void {
		if (!this.#changed) return;
		this.#changed = false;
		const before = this.#content;
		const next = this.#read();
		const names = Object.keys(next) as (keyof SessionContent)[];
		if (names.every((name) => next[name] === before[name])) return;
		this.#content = next;
		for (const listener of [...this.#listeners]) listener(next);
	}

	#read(): SessionContent {
		const state = this.#doc.getMap(sessionRoots.state);
		const phase = state.get('phase');
		return {
			phase: isPhase(phase) ? phase : defaultPhase,
			lobbyOpen: state.get('lobbyOpen') === true,
			members: this.#lists.members.items,
			challenges: this.#lists.challenges.items,
			rounds: this.#lists.rounds.items,
			adopted: this.#lists.adopted.items
		};
	}
}

/** Reads a session once, without following it. */
export function readSession(doc: Y.Doc): SessionContent {
	const session = new Session(doc);
	session.destroy();
	return session.content;
}
