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

/** Leaving nothing behind, and telling what there is. */
export interface ErasingStore {
	personalData(workshopId: string, memberId: string): Promise<PersonalData>;
	/** Writes over what was deleted, also where the database keeps it aside for a while. */
	wipeDeleted(): Promise<void>;
}
