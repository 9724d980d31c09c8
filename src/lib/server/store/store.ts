import type { AnswerStore } from './answers.ts';
import type { ApiTokenStore } from './api-tokens.ts';
import type { DeedStore } from './deeds.ts';
import type { ErasingStore } from './erasing.ts';
import type { ForecastStore } from './forecasts.ts';
import type { FigureStore } from './figures.ts';
import type { PeopleStore, WorkshopStore } from './people.ts';
import type { RetentionStore } from './retention.ts';
import type { RoomStore } from './rooms.ts';

export type * from './answers.ts';
export type * from './api-tokens.ts';
export type * from './deeds.ts';
export type * from './erasing.ts';
export type * from './forecasts.ts';
export type * from './figures.ts';
export type * from './people.ts';
export type * from './retention.ts';
export type * from './rooms.ts';

/**
 * Where promises are kept: everything that must survive a crash goes through here.
 *
 * A write has happened, on disk, when its promise resolves; when it rejects nothing was written.
 * Every method is asynchronous, so that a database across a network fits the same shape.
 */
export interface Store
	extends
		RoomStore,
		WorkshopStore,
		PeopleStore,
		DeedStore,
		ForecastStore,
		FigureStore,
		AnswerStore,
		ApiTokenStore,
		ErasingStore,
		RetentionStore {
	/**
	 * Brings the database to the shape this program expects.
	 *
	 * @throws {NewerDatabaseError} when a newer version of the program wrote it
	 */
	migrate(): Promise<void>;

	/** Writes and commits a row, to tell whether promises can be kept now; rejects when they can't. */
	probe(): Promise<void>;

	/** Waits for writes under way and lets go of the database; closing again does nothing. */
	close(): Promise<void>;
}
