import { statfs } from 'node:fs/promises';
import type { App } from '../app.ts';

/** Below this a full database would soon stop everybody. */
const leastSpace = 200 * 1024 * 1024;

/** What keeps a server from keeping promises; none when it is ready. */
export type Obstacle = 'store' | 'disk' | 'rooms';

/**
 * Finds out whether what people write can be kept now: a row is written and committed in a database
 * of the shape that this program knows, there is room on the disk, and edits are being committed. The
 * disk of a PostgreSQL server is for who runs that one to watch.
 */
export async function obstacles(
	{ store, hub, log, configuration }: Pick<App, 'store' | 'hub' | 'log' | 'configuration'>,
	least = leastSpace
): Promise<Obstacle[]> {
	const found: Obstacle[] = [];
	await store.probe().catch((error: unknown) => {
		log.error({ err: error }, 'the store cannot be written');
		found.push('store');
	});
	if (configuration.databaseUrl === undefined) {
		const { bavail, bsize } = await statfs(configuration.dataDirectory);
		if (bavail * bsize < least) found.push('disk');
	}
	if (hub.figures().storeDown) found.push('rooms');
	return found;
}
