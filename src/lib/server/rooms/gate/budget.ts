/** What one frame may hold; counted while it is read. */
export type Budget = {
	readonly bytes: number;
	/** Structs, and likewise ranges in the delete set. */
	readonly structs: number;
	/** Plain values, nested ones included. */
	readonly values: number;
};

const kibibyte = 1024;

/** An edit while connected. */
export const updateBudget: Budget = { bytes: 256 * kibibyte, structs: 5_000, values: 20_000 };

/** What a client kept while it was away. */
export const stepTwoBudget: Budget = {
	bytes: 4 * 1024 * kibibyte,
	structs: 50_000,
	values: 500_000
};

export const longestString = 16 * kibibyte;
/** UTF-16 units that one shared text may have: some forty pages. */
export const longestSharedText = 100_000;
export const deepestNesting = 8;
/**
 * Items that Yjs may have to step over to find the places of one update, and how many more for each of
 * its structs. Stepping over 50,000 takes some 20 ms.
 */
export const freeSteps = 50_000;
export const stepsPerStruct = 10;
/** Client ids that one frame may bring in: one per page load that was offline. */
export const mostNewClients = 256;
/** Yjs draws client ids from 32 bits. */
export const highestClient = 2 ** 32 - 1;
/** No honest client counts this far in one session, and everything below is exact everywhere. */
export const highestClock = 2 ** 31 - 1;
