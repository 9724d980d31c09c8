import type { Store } from '#lib/server/store/store.ts';

/** The id of the workshop with a number. */
export function workshopName(number: number): string {
	return `bench${String(number).padStart(11, '0')}`;
}

/** Makes that many workshops in one workspace. */
export async function makeWorkshops(store: Store, count: number): Promise<void> {
	for (let number = 0; number < count; number += 1) {
		await store.createWorkshop({
			workshop: {
				...{ id: workshopName(number), workspaceId: 'bench', title: 'Bench', language: 'nl' },
				...{ lobbyOpen: true, code: null, createdAt: 1 }
			},
			links: [],
			...(number === 0 && {
				workspace: { id: 'bench', title: 'Bench', tokenHash: new Uint8Array(32), createdAt: 1 }
			})
		});
	}
}
