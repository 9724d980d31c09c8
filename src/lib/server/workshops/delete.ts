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
	checkMembersAgain(app, workshopId, () => true, 4401);
	app.hub.forget(workshopId);
	await app.store.wipeDeleted();
}
