import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#lib/server/access/tokens.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { Store } from '#lib/server/store/store.ts';

export type TemporaryStore = { readonly store: Store; readonly discard: () => Promise<void> };

/** Makes a real, empty store in a folder that `discard` throws away. */
export async function temporaryStore(now: () => number): Promise<TemporaryStore> {
	const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-test-'));
	const store = openSqliteStore({ directory, now, newId });
	await store.migrate();
	return {
		store,
		discard: async () => {
			await store.close();
			rmSync(directory, { recursive: true });
		}
	};
}
