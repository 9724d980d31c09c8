import * as Y from 'yjs';
import { boardRoots, settingsRoot } from '../roots.ts';
import { changesOf, everythingIn, nameOfPlace, valueAt, type Place } from './places.ts';

/** One update of a board with who wrote it, null for the server itself, and when, in milliseconds. */
export type Written = {
	readonly memberId: string | null;
	readonly at: number;
	readonly update: Uint8Array;
};

/** A place that somebody wrote at, and who had it last. */
export type Trace = {
	readonly place: Place;
	/** What stood there before they wrote there without anybody else in between. */
	readonly before: unknown;
	/** What stands there at the end. */
	readonly after: unknown;
	/** Who wrote at it, in it or over it afterwards; undefined when nobody else did, null for the server. */
	readonly by: string | null | undefined;
};

type Run = { readonly place: Place; before: unknown; by: string | null | undefined };

/** Whose work is followed, and from when on, in milliseconds. */
export type Followed = { readonly memberId: string; readonly since: number };

/** Plays what was written on a board again, and notes where one member wrote and who came after. */
export class Tracer {
	readonly #doc = new Y.Doc();
	readonly #followed: Followed;
	readonly #runs = new Map<string, Run>();
	readonly #touched = new Map<string, Place>();
	/** Undefined as long as what is played again is older than what is followed. */
	#records: Map<string, unknown> | undefined;

	/** @param state the board before the first update; null for an empty one */
	constructor(state: Uint8Array | null, followed: Followed) {
		this.#followed = followed;
		for (const root of boardRoots) {
			this.#doc.getMap(root).observeDeep((events) => this.#note(root, events));
		}
		if (state) Y.applyUpdate(this.#doc, state);
	}

	/** Plays some updates, which must follow on what was played before. */
	play(written: readonly Written[]): void {
		for (const one of written) {
			if (one.at >= this.#followed.since) this.#records ??= everythingIn(this.#doc);
			this.#touched.clear();
			Y.applyUpdate(this.#doc, one.update);
			if (this.#records) this.#attribute(one.memberId, this.#records);
		}
	}

	/** Where the member wrote, shallow places first; what came to nothing is left out. */
	traces(): Trace[] {
		return [...this.#runs.values()]
			.map((run) => ({ ...run, after: valueAt(this.#doc, run.place) }))
			.sort((one, other) => one.place.length - other.place.length);
	}

	destroy(): void {
		this.#doc.destroy();
	}

	#note(root: string, events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
		if (root === settingsRoot) this.#touched.set(nameOfPlace([root, '']), [root, '']);
		else
			for (const { path, changes } of events) {
				const keys = path.length === 0 ? [...changes.keys.keys()] : [String(path[0])];
				for (const key of keys) this.#touched.set(nameOfPlace([root, key]), [root, key]);
			}
	}

	#attribute(memberId: string | null, records: Map<string, unknown>): void {
		for (const [name, place] of this.#touched) {
			const change = { place, before: records.get(name), after: valueAt(this.#doc, place) };
			records.set(name, change.after);
			for (const one of changesOf(change)) {
				if (memberId === this.#followed.memberId) this.#mine(one);
				else this.#others(nameOfPlace(one.place), memberId);
			}
		}
	}

	#mine({ place, before }: { readonly place: Place; readonly before: unknown }): void {
		// What is put back as a whole comes with its fields as they were then.
		if (place.some((_, depth) => this.#isMine(place.slice(0, depth)))) return;
		const name = nameOfPlace(place);
		const run = this.#runs.get(name);
		if (!run || run.by !== undefined) this.#runs.set(name, { place, before, by: undefined });
	}

	#isMine(place: Place): boolean {
		const run = this.#runs.get(nameOfPlace(place));
		return run !== undefined && run.by === undefined;
	}

	/** Whoever writes at a place, in it or over it has the last word there. */
	#others(name: string, memberId: string | null): void {
		for (const [mine, run] of this.#runs) {
			const touches = mine === name || mine.startsWith(`${name}/`) || name.startsWith(`${mine}/`);
			if (touches) run.by = memberId;
		}
	}
}
