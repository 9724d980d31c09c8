/** Milliseconds in a day. */
const day = 24 * 60 * 60 * 1000;

/** Days after the last visit after which names are forgotten, to choose from. */
export const nameTerms = [30, 90, 365, 730] as const;

/** The term of a workshop for which nobody chose one, in days. */
export const usualNameTerm: (typeof nameTerms)[number] = 90;

/** Days after the last change after which a workshop is deleted, to choose from; else it stays. */
export const workshopTerms = [365, 730, 1825, 3650] as const;

/** Days in which people in a workshop are told that it will be deleted, before it is. */
export const warningDays = 30;

/** Days before names are forgotten in which lists of workshops say so. */
export const nameWarningDays = 14;

/** How long things are kept, in days; null where nothing is said of it. */
export type Terms = {
	/** Since the last change of the workshop. */
	readonly workshop: number | null;
	/** Since anybody opened the workshop last. */
	readonly names: number | null;
};

/** What is known of how a workshop is used; milliseconds since 1970. */
export type Usage = {
	/** When it was changed last, or when somebody said last that it must be kept. */
	readonly touchedAt: number;
	/** When anybody opened or changed it last. */
	readonly visitedAt: number;
	/** Since when people in it are told that it will be deleted; null when they are not. */
	readonly warnedAt: number | null;
	/** Forecasts that were sealed in it. */
	readonly sealed: number;
	/** Members of whom there is a name. */
	readonly named: number;
	/** What its facilitator chose. */
	readonly terms: Terms;
};

/**
 * Days that names are kept after the last visit: as the workshop says, and no longer than the server does.
 *
 * @param most what the server allows
 */
export function nameTerm(own: number | null, most: number | null): number {
	return Math.min(own ?? usualNameTerm, most ?? Infinity);
}

/** The moment, in milliseconds since 1970, at which names are forgotten when nobody comes any more. */
export function namesForgottenAt({ visitedAt, terms }: Usage, most: Terms): number {
	return visitedAt + nameTerm(terms.names, most.names) * day;
}

/**
 * When a workshop that nobody changes will be deleted, in milliseconds since 1970: never less than the
 * days of warning after people in it were first told. Undefined when it stays or they are not told yet.
 * A forecast that was sealed is there to be looked at years later, so that a workshop with one stays.
 */
export function deletedAt(usage: Usage, most: Terms): number | undefined {
	const { touchedAt, warnedAt, sealed, terms } = usage;
	const days = Math.min(terms.workshop ?? Infinity, most.workshop ?? Infinity);
	if (sealed > 0 || days === Infinity) return undefined;
	// A warning from before the last change is about a time that did not come.
	if (warnedAt === null || warnedAt <= touchedAt) return undefined;
	return Math.max(touchedAt + days * day, warnedAt + warningDays * day);
}
