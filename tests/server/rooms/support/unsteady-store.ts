import type { HubParts } from '#lib/server/rooms/hub.ts';
import type { Store } from '#lib/server/store/store.ts';

/** A real store that can be told to wait before it writes or reads, or to fail. */
export class UnsteadyStore {
	/** Appends that have begun. */
	appends = 0;
	failing = false;
	/** Called by tests to let waiting reads or writes go on. */
	readonly #waiting: (() => void)[] = [];
	#holding: 'loadRoom' | 'append' | undefined;

	/** Puts this between a hub and its store. */
	readonly between = (store: Store): HubParts['store'] => ({
		loadRoom: async (room) => {
			if (this.#holding === 'loadRoom') await this.#turn();
			return store.loadRoom(room);
		},
		append: async (entries) => {
			this.appends += 1;
			if (this.#holding === 'append') await this.#turn();
			if (this.failing) throw new Error('disk full');
			return store.append(entries);
		},
		compact: (room, state, sequence) => store.compact(room, state, sequence),
		saveVersion: (room, version) => store.saveVersion(room, version),
		probe: async () => {
			if (this.failing) throw new Error('disk full');
			return store.probe();
		}
	});

	hold(what: 'loadRoom' | 'append'): void {
		this.#holding = what;
	}

	release(): void {
		this.#holding = undefined;
		for (const go of this.#waiting.splice(0)) go();
	}

	#turn(): Promise<void> {
		return new Promise((go) => this.#waiting.push(go));
	}
}
