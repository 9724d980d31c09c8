/**
 * What the screen may say about the last edit.
 *
 * `saved` only after the server has acknowledged everything; `saving` while it has not yet;
 * `offline-with-edits` when what was typed is only on this device.
 */
export type SaveState =
	'loading' | 'saved' | 'saving' | 'offline-with-edits' | 'offline' | 'refused';

/** The reasons for which the server ends a connection for good. */
export type RefusalCode = 4400 | 4401 | 4403 | 4413 | 4429;

const known: readonly RefusalCode[] = [4400, 4401, 4403, 4413, 4429];
const frameTooLarge = 1009;

/** Gives the reason behind a close code; an unknown code of this family counts as malformed. */
export function refusalOf(code: number): RefusalCode {
	if (code === frameTooLarge) return 4413;
	return known.find((one) => one === code) ?? 4400;
}

/** What a connection knows at one moment. */
export type ConnectionFacts = {
	readonly refused: boolean;
	/** The socket is open and the server has answered recently. */
	readonly reachable: boolean;
	/** The contents have been read, from the server or from this device. */
	readonly loaded: boolean;
	/** Connecting has taken longer than people wait without a word. */
	readonly late: boolean;
	/** Everything sent on this connection is committed, what was typed before it included. */
	readonly settled: boolean;
	/** Somebody typed here, and the server has not acknowledged it yet. */
	readonly unsaved: boolean;
};

/** Decides what the screen says; nothing but an acknowledgement leads to `saved`. */
export function saveStateOf(facts: ConnectionFacts): SaveState {
	if (facts.refused) return 'refused';
	if (facts.reachable) {
		if (facts.unsaved) return 'saving';
		return facts.settled && facts.loaded ? 'saved' : 'loading';
	}
	if (facts.unsaved) return 'offline-with-edits';
	return facts.loaded || facts.late ? 'offline' : 'loading';
}
