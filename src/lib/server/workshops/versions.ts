import { encodeStateAsUpdate } from 'yjs';
import type { App } from '../app.ts';

/**
 * Keeps what is on the board now as a version that can be brought back.
 *
 * @param by.label what the version is called, a key that screens translate
 */
export async function keepVersion(
	{ store, hub }: Pick<App, 'store' | 'hub'>,
	by: { readonly workshopId: string; readonly memberId: string; readonly label: string }
): Promise<void> {
	const { workshopId, memberId, label } = by;
	const state = await hub.read(workshopId, 'board', (document) => encodeStateAsUpdate(document));
	await store.saveVersion(`${workshopId}/board`, { label, memberId, state });
}
