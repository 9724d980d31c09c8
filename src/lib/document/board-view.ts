import type * as Y from 'yjs';
import type { BoardChange, BoardContent, BoardProblem, RecordOf } from './content.ts';
import { mapsOf, type BoardMaps } from './maps.ts';
import { newerDocument } from './migrations/migrate.ts';
import { BoardReader, nothingDirty } from './reading/reader.ts';
import type { Refusal } from './refusal.ts';
import { recordKinds, type RecordKind } from './shape.ts';

/** The board of a workshop as plain records, kept up to date with a shared document. */
export class BoardView {
	protected readonly doc: Y.Doc;
	protected readonly maps: BoardMaps;
	readonly #reader: BoardReader;
	readonly #listeners = new Set<(change: BoardChange) => void>();
	readonly #stops: (() => void)[] = [];
	#dirty = nothingDirty();

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.maps = mapsOf(doc);
		this.#reader = new BoardReader(this.maps);
		for (const kind of [...recordKinds, 'workshop'] as const) this.#watch(kind);
		const refresh = (transaction: Y.Transaction) => this.#refresh(transaction.local);
		doc.on('afterTransaction', refresh);
		this.#stops.push(() => doc.off('afterTransaction', refresh));
	}

	/** Everything on the board, repaired; unchanged parts keep their identity. */
	get content(): BoardContent {
		return this.#reader.content;
	}

	/** What reading repaired, so that the screen can offer to put it right. */
	get problems(): readonly BoardProblem[] {
		return this.#reader.problems;
	}

	/** The reason why this program must not be used on this document; undefined when all is well. */
	get refusal(): Refusal | undefined {
		return newerDocument(this.doc);
	}

	/** Gives the record with an id, or undefined when there is none that can be read. */
	find<Kind extends RecordKind>(kind: Kind, id: string): RecordOf[Kind] | undefined {
		return this.#reader.find(kind, id);
	}

	/** Gives the keys of a scenario's reviews, in the order of its list; a review has no id of its own. */
	reviewKeys(scenarioId: string): readonly string[] {
		return this.#reader.itemKeys('scenario', scenarioId, 'reviews');
	}

	/** Calls a listener once after every transaction that changed what is read; gives the way to stop. */
	subscribe(listener: (change: BoardChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Stops following the document. */
	destroy(): void {
		for (const stop of this.#stops.splice(0)) stop();
		this.#listeners.clear();
	}

	#watch(kind: RecordKind | 'workshop'): void {
		const map = this.maps[kind];
		const note = (events: readonly Y.YMapEvent<unknown>[]) => {
			for (const event of events) {
				const keys = event.target === map ? event.keysChanged : [event.path[0]];
				for (const key of keys) if (typeof key === 'string') this.#dirty[kind].add(key);
			}
		};
		map.observeDeep(note as never);
		this.#stops.push(() => map.unobserveDeep(note as never));
	}

	#refresh(local: boolean): void {
		const dirty = this.#dirty;
		if (Object.values(dirty).every((keys) => keys.size === 0)) return;
		this.#dirty = nothingDirty();
		const problems = this.#reader.problems;
		const records = this.#reader.refresh(dirty);
		if (records.length === 0 && problems === this.#reader.problems) return;
		for (const listener of [...this.#listeners]) listener({ records, local });
	}
}
