import type { Terms, Usage } from '#lib/domain/retention.ts';

/**
 * How long things are kept. What is due is decided where it is done, in one transaction: several servers
 * may do it at the same time, and whoever comes back to a workshop meanwhile keeps it.
 */
export interface RetentionStore {
	/** How workshops are used, by id; those that are not there are left out. */
	usageOf(workshopIds: readonly string[]): Promise<Map<string, Usage>>;
	setTerms(workshopId: string, terms: Terms): Promise<void>;
	/** Remembers that somebody opened a workshop now. */
	noteVisit(workshopId: string): Promise<void>;
	/** Makes a workshop count as changed now, so that it is kept. */
	touchWorkshop(workshopId: string): Promise<void>;

	/**
	 * Forgets all names of workshops that nobody opened for as long as names are kept there. A workshop of
	 * which no visit is known, from before visits were noted, counts as visited now.
	 *
	 * @param most days that this server keeps names at most; null for no limit
	 * @returns how many names are forgotten
	 */
	forgetNames(most: number | null): Promise<number>;
	/**
	 * Remembers that from now on people are told of what comes near: workshops with their last days before
	 * them. Those with a sealed forecast are never among these.
	 *
	 * @param most days that this server keeps a workshop at most after its last change; null for no limit
	 */
	warnUntouched(most: number | null): Promise<void>;
	/** Workshops of which the time and the days of warning are over. */
	workshopsDue(most: number | null): Promise<string[]>;
	/** Deletes a workshop when it is due still; tells whether it was. */
	deleteWhenDue(workshopId: string, most: number | null): Promise<boolean>;
}
