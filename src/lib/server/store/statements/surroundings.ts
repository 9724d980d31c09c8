/** What a store takes from its surroundings, so that tests can fix it. */
export type Surroundings = {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** A fresh id that nothing else has. */
	readonly newId: () => string;
};
