import type { Database } from '../database.ts';
import type { Store } from '../store.ts';
import { answerStore } from './answers.ts';
import { apiTokenStore } from './api-tokens.ts';
import { deedStore } from './deeds.ts';
import { erasingStore } from './erasing.ts';
import { figureStore } from './figures.ts';
import { forecastStore } from './forecasts.ts';
import { peopleStore } from './people.ts';
import { retentionStore } from './retention.ts';
import { roomStore } from './rooms.ts';
import type { Surroundings } from './surroundings.ts';
import { workshopStore } from './workshops.ts';

/** Everything a store does once it is open, on any database. */
export function storeOn(
	database: Database,
	surroundings: Surroundings
): Omit<Store, 'migrate' | 'probe' | 'close'> {
	return {
		...roomStore(database, surroundings),
		...workshopStore(database),
		...peopleStore(database, surroundings),
		...deedStore(database),
		...erasingStore(database),
		...retentionStore(database, surroundings),
		...forecastStore(database),
		...figureStore(database, surroundings),
		...answerStore(database),
		...apiTokenStore(database)
	};
}
