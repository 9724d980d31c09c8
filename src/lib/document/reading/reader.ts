import * as Y from 'yjs';
import { isId, doNothingId } from '#lib/domain/identifier.ts';
import type { BoardContent, BoardProblem, RecordChange, RecordOf } from '../content.ts';
import { isKey, keyOf, nameOf } from '../key.ts';
import type { BoardMaps } from '../maps.ts';
import { compareOrder } from '../order.ts';
import { rootOf } from '../roots.ts';
import { recordKinds, type RecordKind } from '../shape.ts';
import type { ClosingLinks } from './cycles.ts';
import { readRecord, readSettings, type ReadRecord } from './read-record.ts';
import { changedLinks, closingLinksOf, effectsWithoutMeasure, sameSet } from './references.ts';
import { resolveRecord, type ResolvedRecord } from './resolve.ts';
import { share } from './share.ts';

/** The keys that changed in each root map since the last refresh. */
export type Dirty = Record<RecordKind | 'workshop', Set<string>>;

/** Makes an empty note of what changed. */
export function nothingDirty(): Dirty {
	return Object.fromEntries(
		[...recordKinds, 'workshop'].map((kind) => [kind, new Set()])
	) as unknown as Dirty;
}

/** One kind of record, from what is written to what is read. */
class Shelf {
	/** Records with usable values, by id. */
	readonly read = new Map<string, ReadRecord>();
	/** The same records with usable references, by id. */
	readonly resolved = new Map<string, ResolvedRecord>();
	/** What stands under a key where no record can be. */
	readonly strays = new Map<string, BoardProblem>();
	/** Ids in display order; undefined when it must be sorted again. */
	sorted: readonly string[] | undefined;
	list: readonly unknown[] = [];
	/** Ids that are there but cannot be read. */
	unreadable: ReadonlySet<string> = new Set();
	closing: ClosingLinks = new Map();
}

/** Reads a board piece by piece: only what changed, and what refers to what came or went. */
export class BoardReader {
	readonly #maps: BoardMaps;
	readonly #shelves: Record<RecordKind, Shelf>;
	#settings: ReadRecord;
	#content: BoardContent;
	#problems: readonly BoardProblem[] = [];

	constructor(maps: BoardMaps) {
		this.#maps = maps;
		this.#settings = readSettings(maps.workshop);
		this.#shelves = Object.fromEntries(recordKinds.map((kind) => [kind, new Shelf()])) as Record<
			RecordKind,
			Shelf
		>;
		this.#content = emptyContent(this.#settings);
		const dirty = nothingDirty();
		for (const kind of recordKinds) dirty[kind] = new Set(maps[kind].keys());
		this.refresh(dirty);
	}

	get content(): BoardContent {
		return this.#content;
	}

	get problems(): readonly BoardProblem[] {
		return this.#problems;
	}

	/** Gives the record with an id as it reads, or undefined when there is none that can be read. */
	find<Kind extends RecordKind>(kind: Kind, id: string): RecordOf[Kind] | undefined {
		return this.#shelves[kind].resolved.get(id)?.fields as RecordOf[Kind] | undefined;
	}

	/** Gives the keys of a list of items, in its order. */
	itemKeys(kind: RecordKind, id: string, list: string): readonly string[] {
		return this.#shelves[kind].read.get(id)?.itemKeys[list] ?? [];
	}

	/** Reads again what changed, and tells which records read otherwise than before. */
	refresh(dirty: Dirty): RecordChange[] {
		const changes = dirty.workshop.size > 0 ? this.#refreshSettings() : [];
		const stale = this.#readAgain(dirty);
		for (const kind of recordKinds) {
			for (const id of stale[kind]) changes.push(...this.#resolveAgain(kind, id));
		}
		this.#collect(recordKinds.filter((kind) => stale[kind].size > 0));
		return changes;
	}

	#refreshSettings(): RecordChange[] {
		const next = readSettings(this.#maps.workshop);
		const before = this.#settings.fields;
		this.#settings = { ...next, fields: share(before, next.fields) };
		if (this.#settings.fields === before) return [];
		return [{ kind: 'workshop', id: 'workshop', how: 'changed' }];
	}

	/** Reads the changed records and gives, per kind, the ids whose references must be looked at again. */
	#readAgain(dirty: Dirty): Dirty {
		const stale = nothingDirty();
		let cameOrWent = false;
		for (const kind of recordKinds) {
			for (const key of dirty[kind]) {
				if (this.#readKey(kind, key)) cameOrWent = true;
				stale[kind].add(nameOf(key));
			}
		}
		if (stale.effect.size > 0 || cameOrWent) {
			const { effect, measure } = this.#shelves;
			const unreadable = effectsWithoutMeasure(effect.read, measure.read);
			cameOrWent ||= !sameSet(unreadable, effect.unreadable);
			effect.unreadable = unreadable;
		}
		for (const kind of recordKinds) this.#findLoops(kind, stale, cameOrWent);
		return stale;
	}

	/** Reads what stands under a key; true when a record came or went. */
	#readKey(kind: RecordKind, key: string): boolean {
		const shelf = this.#shelves[kind];
		const id = nameOf(key);
		const raw = this.#maps[kind].get(key);
		const stray = raw === undefined ? undefined : strayAt(kind, key, raw);
		if (stray) shelf.strays.set(key, stray);
		else shelf.strays.delete(key);
		if (keyOf(id) !== key) return false;
		const before = shelf.read.get(id);
		const record =
			raw instanceof Y.Map && !stray ? readRecord(kind, id, raw as Y.Map<unknown>) : undefined;
		if (record) shelf.read.set(id, record);
		else shelf.read.delete(id);
		const cameOrWent = (before === undefined) !== (record === undefined);
		if (cameOrWent || before?.order !== record?.order) shelf.sorted = undefined;
		return cameOrWent;
	}

	#findLoops(kind: RecordKind, stale: Dirty, cameOrWent: boolean): void {
		const shelf = this.#shelves[kind];
		if (stale[kind].size > 0 || cameOrWent) {
			const closing = closingLinksOf(kind, shelf.read, shelf.unreadable);
			for (const id of changedLinks(shelf.closing, closing)) stale[kind].add(id);
			shelf.closing = closing;
		}
		if (cameOrWent) for (const id of shelf.read.keys()) stale[kind].add(id);
	}

	#resolveAgain(kind: RecordKind, id: string): RecordChange[] {
		const shelf = this.#shelves[kind];
		const before = shelf.resolved.get(id);
		const read = shelf.read.get(id);
		if (!read) shelf.resolved.delete(id);
		else shelf.resolved.set(id, share(before, resolveRecord(kind, read, this)));
		const after = shelf.resolved.get(id);
		if (before?.fields === after?.fields) return [];
		const how = !before?.fields ? 'added' : !after?.fields ? 'removed' : 'changed';
		return [{ kind, id, how }];
	}

	/** Tells whether a record is there and can be read. */
	exists(kind: RecordKind, id: string): boolean {
		const { read, unreadable } = this.#shelves[kind];
		return read.has(id) && !unreadable.has(id);
	}

	/** Tells whether a link between two records of a kind is passed over because it closes a loop. */
	closesLoop(kind: RecordKind, from: string, to: string): boolean {
		return this.#shelves[kind].closing.get(from)?.has(to) ?? false;
	}

	#collect(kinds: readonly RecordKind[]): void {
		const lists: Record<string, unknown> = {};
		for (const kind of kinds) lists[rootOf[kind]] = this.#collectList(kind);
		const next = { ...this.#content, ...lists, workshop: this.#settings.fields } as BoardContent;
		const same = Object.entries(next).every(
			([name, value]) => this.#content[name as keyof BoardContent] === value
		);
		if (!same) this.#content = next;
		this.#problems = share(this.#problems, [...this.#allProblems()]);
	}

	#collectList(kind: RecordKind): readonly unknown[] {
		const shelf = this.#shelves[kind];
		shelf.sorted ??= [...shelf.read.values()].sort(compareOrder).map(({ id }) => id);
		const list = shelf.sorted
			.map((id) => shelf.resolved.get(id)?.fields)
			.filter((fields) => fields !== undefined);
		const same =
			list.length === shelf.list.length && list.every((one, at) => one === shelf.list[at]);
		if (!same) shelf.list = list;
		return shelf.list;
	}

	/** A board that has nothing yet, because it is still being loaded, has no problems either. */
	*#allProblems(): Generator<BoardProblem> {
		if (this.#maps.workshop.size > 0) yield* this.#settings.problems;
		for (const { strays, sorted, read, resolved } of Object.values(this.#shelves)) {
			for (const key of [...strays.keys()].sort()) yield strays.get(key) as BoardProblem;
			for (const id of sorted ?? []) {
				yield* read.get(id)?.problems ?? [];
				yield* resolved.get(id)?.problems ?? [];
			}
		}
	}
}

function emptyContent(settings: ReadRecord): BoardContent {
	const lists = recordKinds.map((kind) => [rootOf[kind], []]);
	return { ...Object.fromEntries(lists), workshop: settings.fields } as BoardContent;
}

function strayAt(kind: RecordKind, key: string, raw: unknown): BoardProblem | undefined {
	const id = nameOf(key);
	if (
		!isKey(key) ||
		keyOf(id) !== key ||
		!isId(id) ||
		(kind === 'scenario' && id === doNothingId)
	) {
		const message = `A ${kind} cannot have the id "${id.slice(0, 64)}". It is left out.`;
		return { kind, id, field: null, reason: 'bad-id', message };
	}
	if (raw instanceof Y.Map) return undefined;
	return {
		kind,
		id,
		field: null,
		reason: 'no-record',
		message: `This is no ${kind}. It is left out.`
	};
}
