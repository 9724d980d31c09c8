import * as idb from 'lib0/indexeddb';
import { IndexeddbPersistence } from 'y-indexeddb';
import type * as Y from 'yjs';

/** Whose copy of which room this is; a copy of another member or epoch is never mixed in. */
export type CopyKey = {
	readonly workshopId: string;
	readonly room: string;
	readonly memberId: string;
	readonly epoch: number;
};

const prefix = 'tegenwicht';
const unsavedMark = 'unsaved';

function copyName(key: CopyKey): string {
	return [prefix, key.workshopId, key.room, key.memberId, key.epoch].join(':');
}

function markName(copy: string): string {
	return `${copy}:${unsavedMark}`;
}

/**
 * Names the other copies of a room on this device that hold edits the server never had:
 * they were typed as another member, or before the workshop was restored from a backup.
 */
export function strandedCopies(key: CopyKey, storage: Storage = localStorage): string[] {
	const room = [prefix, key.workshopId, key.room].join(':') + ':';
	return Object.keys(storage)
		.filter((name) => name.startsWith(room) && name.endsWith(`:${unsavedMark}`))
		.map((name) => name.slice(0, -unsavedMark.length - 1))
		.filter((name) => name !== copyName(key));
}

/** Removes a copy and its mark from this device. */
export async function forgetCopy(name: string, storage: Storage = localStorage): Promise<void> {
	storage.removeItem(markName(name));
	await idb.deleteDB(name);
}

/** Reads a copy into an empty document, without keeping it open. */
export async function readCopy(name: string, doc: Y.Doc): Promise<void> {
	const persistence = new IndexeddbPersistence(name, doc);
	await persistence.whenSynced;
	await persistence.destroy();
}

/** Keeps a document on this device, so that what is typed without a connection survives a reload. */
export class DeviceCopy {
	readonly name: string;
	/** Becomes true when the copy has been read, false when this browser keeps nothing. */
	readonly ready: Promise<boolean>;
	readonly #persistence: IndexeddbPersistence;
	readonly #storage: Storage;
	#usable = false;
	#writing = 0;
	#unsaved: boolean;

	constructor(key: CopyKey, doc: Y.Doc, storage: Storage = localStorage) {
		this.name = copyName(key);
		this.#storage = storage;
		this.#unsaved = storage.getItem(markName(this.name)) !== null;
		this.#persistence = new IndexeddbPersistence(this.name, doc);
		const failed = this.#persistence._db.then(
			() => new Promise<boolean>(() => {}),
			() => false
		);
		this.ready = Promise.race([this.#persistence.whenSynced.then(() => true), failed]);
		void this.ready.then((usable) => (this.#usable = usable));
	}

	/** Tells whether a change came out of this copy instead of from somebody's hands. */
	isOrigin(origin: unknown): boolean {
		return origin === this.#persistence;
	}

	/** Everything typed so far is on this device. */
	get complete(): boolean {
		return this.#usable && this.#writing === 0;
	}

	/** It holds edits that the server has not acknowledged. */
	get unsaved(): boolean {
		return this.#unsaved;
	}

	/** Remembers across reloads whether this copy holds edits that the server has not acknowledged. */
	markUnsaved(unsaved: boolean): void {
		if (unsaved === this.#unsaved) return;
		this.#unsaved = unsaved;
		if (unsaved) this.#storage.setItem(markName(this.name), '');
		else this.#storage.removeItem(markName(this.name));
	}

	/** Waits behind the edit that is being written now, so that `complete` tells the truth. */
	async edited(): Promise<void> {
		const database = this.#persistence.db;
		if (!database || !this.#usable) return;
		this.#writing += 1;
		const [updates] = idb.transact(database, ['updates'], 'readonly');
		if (updates) await idb.count(updates);
		this.#writing -= 1;
	}

	async close(): Promise<void> {
		// Where nothing could be opened there is nothing to close either.
		await this.#persistence.destroy().catch(() => undefined);
	}
}
