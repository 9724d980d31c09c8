import type { App } from '../app.ts';
import { checkMembersAgain } from '../feed/feeds.ts';

/**
 * Deletes a workshop with everything in it: documents, versions, people, what was said, forecasts.
 * Whoever is in it is put out at once. Backups hold it until they are thrown away.
 */
export async function deleteWorkshop(
	app: Pick<App, 'store' | 'hub' | 'feeds'>,
	workshopId: string
): Promise<void> {
	await app.store.deleteWorkshop(workshopId);
	await leaveNothing(app, workshopId);
}

/** Puts everybody out of a workshop that was deleted, and writes over what there was. */
export async function leaveNothing(
	app: Pick<App, 'store' | 'hub' | 'feeds'>,
	workshopId: string
): Promise<void> {
	checkMembersAgain(app, workshopId, () => true, 4401);
	app.hub.forget(workshopId);
	await app.store.wipeDeleted();
}
