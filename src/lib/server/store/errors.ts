/** The database holds bytes that are not the bytes that were written; nothing of it was served. */
export class CorruptRoomError extends Error {
	override readonly name = 'CorruptRoomError';
	readonly room: string;

	/** @param what which row of the room is wrong, such as "update 12" */
	constructor(room: string, what: string) {
		super(`Room ${room} is damaged in the database: ${what}. Restore it from a backup.`);
		this.room = room;
	}
}

/**
 * A server cannot start, for a reason that whoever starts it can do something about.
 * The message says it all, so no stack is shown.
 */
export class CannotStartError extends Error {
	readonly forOperator = true;
}

/** A newer version of the program made this database; working on could damage it. */
export class NewerDatabaseError extends CannotStartError {
	override readonly name = 'NewerDatabaseError';

	constructor(found: number, known: number) {
		super(
			`The database has version ${found}, this program knows versions up to ${known}: start a newer Tegenwicht or choose another DATA_DIR.`
		);
	}
}

/** Something was written for a workshop that does not exist, or no longer. */
export class UnknownWorkshopError extends Error {
	override readonly name = 'UnknownWorkshopError';

	constructor(workshopId: string) {
		super(`There is no workshop ${workshopId}.`);
	}
}

/** Two servers on one folder would each tell their visitors half of the story. */
export class DirectoryInUseError extends CannotStartError {
	override readonly name = 'DirectoryInUseError';

	constructor(directory: string) {
		super(
			`Another Tegenwicht server is using ${directory}: stop it, or choose another DATA_DIR for this one.`
		);
	}
}

/** The folder for the database cannot be made or written. */
export class UnusableDirectoryError extends CannotStartError {
	override readonly name = 'UnusableDirectoryError';

	constructor(directory: string, reason: string) {
		super(
			`DATA_DIR "${directory}" cannot be used: ${reason}. Choose a folder that can be written.`
		);
	}
}

/** SQLite's own codes for: in use, cannot be written, failing disk, full disk, cannot be opened. */
const passing = [5, 6, 8, 10, 13, 14];

/**
 * Tells whether a store failed for a reason outside the program that may pass: its disk is full or
 * fails, or something else has it. Nothing was written then, and trying again later makes sense.
 */
export function mayPass(error: unknown): boolean {
	if (!(error instanceof Error) || !('errcode' in error)) return false;
	// The lowest byte says what kind it is, the others say more of it.
	return passing.includes(Number(error.errcode) & 0xff);
}
