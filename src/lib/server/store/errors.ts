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
			`The database has version ${found}, this program knows versions up to ${known}: start a newer Tegenwicht or choose another database with DATA_DIR or DATABASE_URL.`
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

/** The file that should hold the database is none, or no longer whole. */
export class DamagedDatabaseError extends CannotStartError {
	override readonly name = 'DamagedDatabaseError';

	constructor(directory: string, reason: string) {
		super(
			`The database in DATA_DIR "${directory}" is damaged: tegenwicht.db: ${reason}. Keep that file, and restore the last backup into an empty folder.`
		);
	}
}

/** The PostgreSQL database that was named cannot be reached, or not be used. */
export class UnusableDatabaseError extends CannotStartError {
	override readonly name = 'UnusableDatabaseError';

	constructor(reason: unknown) {
		const cause = reason instanceof DatabaseGoneError ? reason.cause : reason;
		super(
			`The database of DATABASE_URL cannot be used: ${reasonOf(cause)}. See that PostgreSQL runs, and that the user, password and database in DATABASE_URL are right.`
		);
	}
}

/** PostgreSQL is gone, stopping, full or too busy. A write that it was doing may have been done or not. */
export class DatabaseGoneError extends Error {
	override readonly name = 'DatabaseGoneError';

	constructor(reason: unknown) {
		super(`PostgreSQL did not do what was asked: ${reasonOf(reason)}`, { cause: reason });
	}
}

/** A connection that is refused at several addresses has no message of its own. */
function reasonOf(reason: unknown): string {
	if (!(reason instanceof Error)) return String(reason);
	return reason.message || ('code' in reason ? String(reason.code) : reason.name);
}

/** Something was written by a server of which another has taken the workshops over: nothing was written. */
export class StaleLeaseError extends Error {
	override readonly name = 'StaleLeaseError';
	readonly workshopIds: readonly string[];

	constructor(workshopIds: readonly string[]) {
		super(`Another server has taken over ${workshopIds.join(', ')}.`);
		this.workshopIds = workshopIds;
	}
}

/** SQLite's own codes for: in use, cannot be written, failing disk, full disk, cannot be opened. */
const passing = [5, 6, 8, 10, 13, 14];

/**
 * Tells whether a store failed for a reason outside the program that may pass: its disk is full or
 * fails, something else has it, it cannot be reached, or another server has taken over what was to be
 * written. Trying again later makes sense.
 */
export function mayPass(error: unknown): boolean {
	if (error instanceof DatabaseGoneError || error instanceof StaleLeaseError) return true;
	if (!(error instanceof Error) || !('errcode' in error)) return false;
	// The lowest byte says what kind it is, the others say more of it.
	return passing.includes(Number(error.errcode) & 0xff);
}
