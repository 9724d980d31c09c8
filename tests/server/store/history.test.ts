import { describe, expect, test } from 'vitest';
import { bytes, workshop } from './examples.ts';
import { keepsHistory } from './history-behaviour.ts';
import { temporaryStore } from './temporary-store.ts';

const day = 24 * 60 * 60 * 1000;
const room = 'aaaa/board';

describe('SQLite', () => keepsHistory(temporaryStore));

test('what is forgotten while a long history is read lets it begin later', async () => {
	let time = 100 * day;
	const { store, discard } = await temporaryStore(() => time);
	await store.createWorkshop(workshop('aaaa'));
	const many = (name: string) =>
		Array.from({ length: 600 }, (_, index) => ({
			...{ room, memberId: 'm1', update: bytes(`${name} ${index}`), newClients: [] }
		}));
	await store.append(many('old'));
	time += 8 * day;
	await store.append(many('new'));
	const reading = store.loadHistory(room, 0);
	setImmediate(() => void store.compact(room, bytes('state'), 1_200));
	// Everything old is gone, and no version tells what was there before the new.
	expect(await reading).toBeUndefined();
	await discard();
});
