/** Something that somebody said or decided, which nobody can change or take back. */
export type DeedRow = {
	/** Who did it and the command's id, so that a command that comes again does not do it again. */
	readonly id: string;
	readonly workshopId: string;
	/** The type of the command. */
	readonly kind: string;
	/** Id of what it is about, such as the challenge. */
	readonly subject: string;
	readonly memberId: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** What was said or decided, as JSON; never with a name. */
	readonly body: string;
};

/** Deeds that end what people hand in for; their subject is what was handed in for. */
export const endingKinds = ['reveal-premortem', 'close-doubt'] as const;

export type EndingKind = (typeof endingKinds)[number];

/** Something that was handed in and that nobody else may see before everything is shown at once. */
export type HandIn = {
	readonly workshopId: string;
	/** What it was handed in for, such as one pre-mortem. */
	readonly gathering: string;
	readonly memberId: string;
	/** Id of the card; the same member's card by that id is replaced. */
	readonly item: string;
	/** What is on it, as JSON. */
	readonly body: string;
};

/** What people said and decided, for good; and what they handed in until it is shown. */
export interface DeedStore {
	/**
	 * Puts a deed on record, where the database itself refuses to change or delete it as long as its
	 * workshop exists. A deed by the same id is not written again.
	 *
	 * @returns the deed as it is on record: the first by this id
	 */
	recordDeed(deed: DeedRow): Promise<DeedRow>;
	/** Deeds of a workshop in order; with a subject only those about it. */
	listDeeds(workshopId: string, subject?: string): Promise<DeedRow[]>;

	/**
	 * Adds a card, or replaces the one by its id of the same member.
	 *
	 * @returns false when what it is for has ended, and then nothing is kept
	 */
	handIn(card: HandIn): Promise<boolean>;
	/** Takes a member's own card back. */
	takeBack(card: Omit<HandIn, 'body'>): Promise<void>;
	/** Everything that was handed in for something, in order of coming. */
	handedIn(workshopId: string, gathering: string): Promise<HandIn[]>;
	/**
	 * Ends what was handed in for, once: puts on record what it comes to and forgets who handed in what,
	 * both or neither. Nothing comes in after the end, so that nothing stays behind unseen.
	 *
	 * @param bodyOf makes the body from everything that was handed in
	 * @returns the deed that ended it, which is an earlier one when it had ended
	 */
	endGathering(
		deed: Omit<DeedRow, 'body' | 'kind'> & { readonly kind: EndingKind },
		bodyOf: (cards: readonly HandIn[]) => string
	): Promise<DeedRow>;
}
