import * as Y from 'yjs';

/**
 * A copy of a room's document in which the server tries its own changes out.
 *
 * A change made in the document itself would be readable before it is durable; here it becomes an
 * update that goes the same way as everybody's. The copy is kept while the server writes often.
 */
export class Draft {
	readonly #document: Y.Doc;

	/** @param isTaken tells whether a client id belongs to somebody already */
	constructor(document: Y.Doc, isTaken: (client: number) => boolean) {
		this.#document = new Y.Doc();
		Y.applyUpdate(this.#document, Y.encodeStateAsUpdate(document));
		while (isTaken(this.client)) this.#document.clientID += 1;
	}

	/** The client id under which the server writes. */
	get client(): number {
		return this.#document.clientID;
	}

	/** Brings in what others wrote. */
	follow(update: Uint8Array): void {
		Y.applyUpdate(this.#document, update);
	}

	/**
	 * Does the work in one transaction.
	 *
	 * @returns the update that it amounts to, or undefined when it changes nothing
	 * @throws whatever the work throws; this draft is of no use then
	 */
	write(work: (document: Y.Doc) => void): Uint8Array | undefined {
		let written: Uint8Array | undefined;
		const listen = (update: Uint8Array) => {
			written = update;
		};
		this.#document.on('update', listen);
		try {
			this.#document.transact(() => work(this.#document));
		} finally {
			this.#document.off('update', listen);
		}
		return written;
	}

	destroy(): void {
		this.#document.destroy();
	}
}
