import type { Dialect } from './dialect.ts';
import type { Work } from './statements/statement.ts';

/**
 * What runs the statements of the store: SQLite in this process, or PostgreSQL across a network. What is
 * done is written once, in `statements/`; when it is done, and what may come in between, is decided here.
 */
export interface Database {
	readonly dialect: Dialect;
	/** Reads with one statement. */
	read<Result>(work: () => Work<Result>): Promise<Result>;
	/** Reads several things as they were at one moment. */
	snapshot<Result>(work: () => Work<Result>): Promise<Result>;
	/**
	 * Does all of `work` or nothing of it, as if nothing else was done meanwhile; on disk when it resolves.
	 * When it rejects because the connection was lost, it may have been done all the same.
	 */
	transaction<Result>(work: () => Work<Result>): Promise<Result>;
	/** As `transaction`; shares a sync to disk with all that is asked at about the same moment. */
	together(work: () => Work<unknown>): Promise<void>;
	/** Does work of several transactions, of which a start of another server must not clear away the middle. */
	importing<Result>(workspace: string, work: () => Promise<Result>): Promise<Result>;
	/** Sees to it that what was deleted is written over, also where the database keeps it aside for a while. */
	wipeDeleted(): Promise<void>;
}
