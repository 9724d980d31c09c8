/** Names one shared document in the store: workshop id, slash, `board` or `session`. */
export type RoomKey = string;

/** One update that must be durable before anybody sees it. */
export type LogEntry = {
	readonly room: RoomKey;
	/** Who wrote it; null when the server itself did. */
	readonly memberId: string | null;
	readonly update: Uint8Array;
	/** Yjs client ids in the update that this room has not seen before; they become this member's. */
	readonly newClients: readonly number[];
	/** The lease under which the room is known, where several servers share the store. */
	readonly epoch?: number | undefined;
};

/** Everything that is known of a room, read at one moment. */
export type LoadedRoom = {
	/** The document as compacted last, or null when it never was. */
	readonly state: Uint8Array | null;
	/** The updates after that state, oldest first. */
	readonly updates: readonly Uint8Array[];
	/** Number of the last update ever appended; 0 for a room without any. */
	readonly sequence: number;
	/** To whom each client id belongs; null is the server itself. */
	readonly clients: ReadonlyMap<number, string | null>;
};

/** A full state that was kept, without its bytes; times are milliseconds since 1970. */
export type VersionHeader = {
	readonly id: string;
	readonly room: RoomKey;
	readonly label: string;
	/** What somebody called it; null when it was kept by itself. */
	readonly name: string | null;
	readonly memberId: string | null;
	readonly at: number;
	readonly bytes: number;
};

/** An update of a room as it was written, with by whom and when. */
export type HistoryEntry = Pick<LogEntry, 'memberId' | 'update'> & { readonly at: number };

/** What was written in a room update by update, and where that begins. */
export type RoomHistory = {
	/** The room before the first entry; null is empty. */
	readonly state: Uint8Array | null;
	/** When that was: everything written from then on is among the entries. 0 is from the beginning. */
	readonly from: number;
	/** Oldest first; the first ones may be in the state already. */
	readonly entries: readonly HistoryEntry[];
};

/** Somebody who wrote in a room, as far as updates are still kept one by one. */
export type Writer = {
	readonly memberId: string;
	readonly updates: number;
	readonly lastAt: number;
};

export type NewVersion = {
	readonly label: string;
	readonly name?: string;
	readonly memberId: string | null;
	readonly state: Uint8Array;
	/** With it only so many versions of this label stay, the newest. */
	readonly keepLast?: number;
};

/** The documents: an append-only log per room, its compacted state, and kept versions. */
export interface RoomStore {
	/**
	 * Reads a room in one transaction; a room that was never written to is empty.
	 *
	 * @throws {CorruptRoomError} when a row's bytes differ from its hash, or rows are missing
	 */
	loadRoom(room: RoomKey): Promise<LoadedRoom>;

	/**
	 * Writes all entries of all rooms in one transaction, in the order given, and returns once they
	 * are on disk.
	 *
	 * @returns the sequence number of the last entry of each room
	 * @throws {UnknownWorkshopError} when a room belongs to no workshop; then nothing is written
	 */
	append(entries: readonly LogEntry[]): Promise<Map<RoomKey, number>>;

	/**
	 * Replaces the log up to and including `throughSequence` by the state that it amounts to. Of a board
	 * the last updates stay readable one by one for a while, for `loadHistory`.
	 */
	compact(room: RoomKey, state: Uint8Array, throughSequence: number): Promise<void>;

	/**
	 * Reads what was written in a room since a moment, update by update.
	 *
	 * @returns what begins at that moment or before it, else as early as is known; undefined when updates
	 *   are not kept that long and there is no version to begin with
	 * @throws {CorruptRoomError} when a row's bytes differ from its hash
	 */
	loadHistory(room: RoomKey, since: number): Promise<RoomHistory | undefined>;

	/** Members who wrote in a room, as far as their updates are still kept one by one. */
	listWriters(room: RoomKey): Promise<Writer[]>;

	/** @throws {UnknownWorkshopError} when the room belongs to no workshop */
	saveVersion(room: RoomKey, version: NewVersion): Promise<VersionHeader>;

	/** Versions of a room, newest first. */
	listVersions(room: RoomKey): Promise<VersionHeader[]>;

	/**
	 * @returns the version with its bytes, or undefined when this room has none by that id
	 * @throws {CorruptRoomError} when the bytes differ from their hash
	 */
	loadVersion(
		room: RoomKey,
		id: string
	): Promise<(VersionHeader & { readonly state: Uint8Array }) | undefined>;
}
