import type * as Y from 'yjs';
import { newerDocument } from '../migrations/migrate.ts';
import { share } from '../reading/share.ts';
import type { Refusal } from '../refusal.ts';
import { SessionListReader } from './list.ts';
import {
	listReaders,
	stateReaders,
	stateRoot,
	type ListName,
	type SessionContent,
	type StateName
} from './shape.ts';

const listNames = Object.keys(listReaders) as ListName[];
const stateNames = Object.keys(stateReaders) as StateName[];

/** The session of a workshop as plain values, kept up to date with a shared document that the server writes. */
export class Session {
	readonly #doc: Y.Doc;
	readonly #lists: ReadonlyMap<ListName, SessionListReader<unknown>>;
	readonly #listeners = new Set<(content: SessionContent) => void>();
	readonly #stops: (() => void)[] = [];
	#content: SessionContent;
	#changed = false;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		this.#lists = new Map(
			listNames.map((name) => [
				name,
				new SessionListReader<unknown>(doc.getMap(name), listReaders[name])
			])
		);
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
		for (const [name, list] of this.#lists) this.#follow(name, (keys) => list.refresh(keys));
		this.#follow(stateRoot, () => undefined);
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
		const state = this.#doc.getMap(stateRoot);
		const before: Partial<SessionContent> = this.#content ?? {};
		const read = (name: StateName) => share(before[name], stateReaders[name](state.get(name)));
		// Each name is read by the reader from which the type of its contents was made.
		return Object.fromEntries([
			...stateNames.map((name) => [name, read(name)]),
			...[...this.#lists].map(([name, { items }]) => [name, items])
		]) as SessionContent;
	}
}

/** Reads a session once, without following it. */
export function readSession(doc: Y.Doc): SessionContent {
	const session = new Session(doc);
	session.destroy();
	return session.content;
}
