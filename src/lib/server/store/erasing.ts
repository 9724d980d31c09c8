/** What one member said on record. */
export type OwnDeed = {
	readonly kind: string;
	readonly subject: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	/** JSON text. */
	readonly body: string;
};

/** What a member answered or handed in and nobody may see yet. */
export type OwnAnswer = {
	readonly kind: 'card' | 'estimate' | 'vote';
	/** The gathering, round or vote that it is for. */
	readonly subject: string;
	/** JSON text. */
	readonly answer: string;
};

/** Everything that the database holds about one member beside their row. */
export type PersonalData = {
	readonly deeds: readonly OwnDeed[];
	readonly unrevealed: readonly OwnAnswer[];
	/** Devices on which they are in. */
	readonly devices: number;
	/** Rounds that were shown with, for facilitators, who gave which estimate. */
	readonly namedRounds: readonly string[];
};

/** How long nobody did anything with a workshop; milliseconds since 1970. */
export type UntouchedWorkshop = {
	readonly id: string;
	/** When it was changed or kept last. */
	readonly touchedAt: number;
	/** Since when people in it are told that it will be deleted; null when they are not. */
	readonly warnedAt: number | null;
};

/** Leaving nothing behind, and telling what there is. */
export interface ErasingStore {
	personalData(workshopId: string, memberId: string): Promise<PersonalData>;
	/** Workshops that nobody changed or kept since a moment, the oldest first. */
	workshopsUntouchedSince(moment: number): Promise<UntouchedWorkshop[]>;
	/** Forgets the names of all members of workshops that nobody changed or kept since a moment. */
	forgetNames(untouchedSince: number): Promise<number>;
	findUntouched(workshopId: string): Promise<UntouchedWorkshop | undefined>;
	/** Remembers that from now on people in a workshop are told that it will be deleted. */
	warnWorkshop(workshopId: string): Promise<void>;
	/** Makes a workshop count as changed now, so that it is kept. */
	touchWorkshop(workshopId: string): Promise<void>;
	/** Writes over what was deleted, also where the database keeps it aside for a while. */
	wipeDeleted(): Promise<void>;
}
