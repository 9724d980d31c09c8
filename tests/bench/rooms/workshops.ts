import { Doc, encodeStateAsUpdate } from 'yjs';
import { boardFromFile } from '#lib/document/codec.ts';
import { demoWorkshop } from '#lib/domain/library/demos.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import type { Store } from '#lib/server/store/store.ts';
import { boardTools } from '#lib/server/workshops/documents.ts';

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

/** Puts the board of the example in that many workshops. */
export async function fillWorkshops(store: Store, count: number): Promise<void> {
	const { file } = parseWorkshopValue(demoWorkshop('nl'));
	if (!file) throw new Error('The example is not a workshop.');
	const doc = new Doc();
	boardFromFile(file, doc, boardTools);
	const update = encodeStateAsUpdate(doc);
	for (let number = 0; number < count; number += 1) {
		const room = `${workshopName(number)}/board`;
		await store.append([{ room, memberId: null, update, newClients: [doc.clientID] }]);
	}
}
