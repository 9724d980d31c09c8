import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/store.ts';
import type { StoreUnderTest } from './behaviour.ts';
import { bytes, workshop } from './examples.ts';

const day = 24 * 60 * 60 * 1000;
const minute = 60_000;
const room = 'aaaa/board';

/** What every implementation of the store must do with what was written update by update. */
export function keepsHistory(
	open: (clock: () => number) => Promise<Pick<StoreUnderTest, 'store' | 'discard'>>
): void {
	describe('history', () => {
		let time: number;
		let under: Pick<StoreUnderTest, 'store' | 'discard'>;
		let store: Store;

		beforeEach(async () => {
			time = 100 * day;
			under = await open(() => time);
			store = under.store;
			await store.createWorkshop(workshop('aaaa'));
		});
		afterEach(() => under.discard());

		async function write(memberId: string | null, text: string): Promise<void> {
			time += minute;
			await store.append([{ room, memberId, update: bytes(text), newClients: [] }]);
		}

		const textsOf = async (since: number) =>
			(await store.loadHistory(room, since))?.entries.map(({ memberId, update }) => [
				memberId,
				new TextDecoder().decode(update)
			]);

		test('a board’s updates stay readable one by one, with their writers, after they were compacted', async () => {
			await write('m1', 'one');
			await write(null, 'two');
			await store.compact(room, bytes('state'), 2);
			await write('m2', 'three');
			expect(await textsOf(0)).toEqual([
				['m1', 'one'],
				[null, 'two'],
				['m2', 'three']
			]);
			expect(await store.loadHistory(room, 0)).toMatchObject({ state: null, from: 0 });
			expect((await store.loadRoom(room)).updates).toEqual([bytes('three')]);
			expect(await store.listWriters(room)).toEqual([
				{ memberId: 'm2', updates: 1, lastAt: time },
				{ memberId: 'm1', updates: 1, lastAt: time - 2 * minute }
			]);
		});

		test('of a session nothing stays that was compacted', async () => {
			const entry = { room: 'aaaa/session', memberId: null, update: bytes('s'), newClients: [] };
			await store.append([entry]);
			await store.compact('aaaa/session', bytes('state'), 1);
			expect((await store.loadHistory('aaaa/session', 0))?.entries).toBeUndefined();
		});

		test('what is older than a week is forgotten, and history then begins at the first version after it', async () => {
			await write('m1', 'old');
			time += 8 * day;
			await write('m1', 'new');
			time += 2 * minute;
			await store.saveVersion(room, {
				label: 'automatic',
				memberId: null,
				state: bytes('version')
			});
			const kept = time;
			await write('m2', 'newest');
			await store.compact(room, bytes('state'), 3);
			const history = await store.loadHistory(room, 0);
			expect(history).toMatchObject({ state: bytes('version'), from: kept });
			expect(await textsOf(0)).toEqual([['m2', 'newest']]);
		});

		test('without a version to begin with, what was forgotten makes history unknown', async () => {
			await write('m1', 'old');
			time += 8 * day;
			await write('m1', 'new');
			await store.compact(room, bytes('state'), 2);
			expect(await store.loadHistory(room, 0)).toBeUndefined();
		});

		test('history begins at the last version before the moment that is asked for', async () => {
			await write('m1', 'one');
			time += 5 * minute;
			await store.saveVersion(room, { label: 'named', memberId: null, state: bytes('first') });
			time += 5 * minute;
			await write('m1', 'two');
			await store.saveVersion(room, { label: 'named', memberId: null, state: bytes('second') });
			await write('m1', 'three');
			// An update of just before the version may not be in it, and is played again: that changes nothing.
			expect(await store.loadHistory(room, time)).toMatchObject({ state: bytes('second') });
			expect(await textsOf(time)).toEqual([
				['m1', 'two'],
				['m1', 'three']
			]);
			expect((await store.loadHistory(room, time - 7 * minute))?.state).toEqual(bytes('first'));
		});

		test('a long history is read in slices, between which others get their turn', async () => {
			const entries = Array.from({ length: 2_000 }, (_, index) => ({
				...{ room, memberId: 'm1', update: bytes(`${index}`), newClients: [] }
			}));
			await store.append(entries);
			let turns = 0;
			let reading = true;
			const takeTurn = () => {
				turns += 1;
				if (reading) setImmediate(takeTurn);
			};
			setImmediate(takeTurn);
			const history = await store.loadHistory(room, 0);
			reading = false;
			expect(history?.entries.map(({ update }) => update)).toEqual(
				entries.map(({ update }) => update)
			);
			expect(turns).toBeGreaterThanOrEqual(2_000 / 250 - 1);
		});
	});
}
