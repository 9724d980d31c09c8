const syncMessage = 0;
const stepTwo = 1;
const update = 2;

/** Tells whether a frame carries edits: a sync step 2 or an update, the frames that the server counts. */
function carriesEdits(frame: Uint8Array): boolean {
	return frame[0] === syncMessage && (frame[1] === stepTwo || frame[1] === update);
}

/**
 * Counts for one connection which of our frames the server has committed.
 *
 * A connection is settled when its step 2 has gone out (it carries everything that was typed
 * before the connection opened) and each frame that carries edits has been acknowledged.
 */
export class FrameLedger {
	#sent = 0;
	#acknowledged = 0;
	#stepTwoSent = false;
	#missed = false;

	/** The number of frames with edits that this connection has sent. */
	get sent(): number {
		return this.#sent;
	}

	get settled(): boolean {
		return this.#stepTwoSent && !this.#missed && this.#acknowledged >= this.#sent;
	}

	/** Notes a frame on its way out; frames without edits (questions, presence) don't count. */
	frameSent(frame: Uint8Array): void {
		if (!carriesEdits(frame)) return;
		this.#sent += 1;
		if (frame[1] === stepTwo) this.#stepTwoSent = true;
	}

	/**
	 * Notes an edit that could not be sent. A step 2 still to come will carry it; after that,
	 * only the next connection can save it.
	 */
	editMissed(): void {
		if (this.#stepTwoSent) this.#missed = true;
	}

	/** Takes over the server's count, which never goes down. */
	acknowledge(count: number): void {
		this.#acknowledged = Math.max(this.#acknowledged, count);
	}
}
