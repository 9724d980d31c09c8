/** Every bound and interval of the room hub; tests may set others. Times are milliseconds. */
export const defaultLimits = {
	/** Sync messages a connection may send: so many a second, after a burst. */
	messagesPerSecond: 60,
	messageBurst: 240,
	/** Awareness messages that are looked at; a stock client bounces everything it hears. */
	awarenessPerSecond: 120,
	awarenessBurst: 480,
	/** Answers to "what do I miss", which may each cost a whole document. */
	stepOnesPerSecond: 0.5,
	stepOneBurst: 6,
	/**
	 * Milliseconds that applying a connection's edits may take: so many a second, after a burst. Small
	 * updates can be made that take long, such as thousands of letters that all claim one place.
	 */
	applyPerSecond: 100,
	applyBurst: 2_000,
	/** Sockets that one member may have open in one workshop: tabs, twice over for both documents. */
	socketsPerMember: 40,
	/** Edits that a room takes; more wait their turn, up to the longest queue. */
	editsPerSecond: 600,
	editBurst: 1_200,
	longestQueue: 4_800,
	/** Bytes of edits that wait in one room. */
	largestQueue: 32 * 1024 * 1024,

	/** Bytes that one connection may send before its room is loaded; the rest waits in the network. */
	largestInbox: 512 * 1024,
	/** Edits of one connection that wait for an older one. */
	mostHeld: 256,
	largestHeld: 4 * 1024 * 1024,

	/** Bytes a document may have when encoded. */
	largestDocument: 20 * 1024 * 1024,

	/** Edits are gathered this long before they are committed together. */
	shortestWindow: 2,
	longestWindow: 18,
	awarenessWindow: 100,

	/** Bytes waiting for a slow reader before it is skipped, and before it is let go. */
	slowReader: 1024 * 1024,
	hopelessReader: 48 * 1024 * 1024,

	/** How often connections and rooms are looked after; the times below are in these rounds. */
	sweepEvery: 5_000,
	quietRounds: 2,
	pingRounds: 4,
	deadRounds: 9,
	/** Rounds in which a slow reader may take nothing. */
	stuckRounds: 6,
	/** Rounds after which a room without people is written away. */
	idleRounds: 6,

	/** Updates, or bytes of them, after which a log is replaced by its document. */
	compactEvery: 2_000,
	compactBytes: 16 * 1024 * 1024,
	/** How long a board may change before a version of it is kept, and how many of those stay. */
	versionEvery: 10 * 60_000,
	versionsKept: 150,
	/**
	 * How long a failing store is waited for before everybody is told to come back later: everybody must
	 * see within two seconds that nothing is saved.
	 */
	storePatience: 1_200,
	/** How long handing a workshop over to another server waits for what is on its way to the store. */
	handOverPatience: 1_000,
	/** How long stopping waits for the last commit, and for sockets to close. */
	stopPatience: 5_000,
	closePatience: 800
} as const;

export type Limits = { readonly [Name in keyof typeof defaultLimits]: number };
