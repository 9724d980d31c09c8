import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '#lib/server/store/store.ts';
import type { StoreUnderTest } from './behaviour.ts';
import { bytes, hash, member, workshop } from './examples.ts';
import { forecast } from './forecast-behaviour.ts';

const day = 24 * 60 * 60 * 1000;
const start = 1000 * day;

/** What every implementation of the store must do with what is kept for a time only. */
export function keepsTerms(
	open: (clock: () => number) => Promise<Pick<StoreUnderTest, 'store' | 'discard'>>
): void {
	describe('retention', () => {
		let time: number;
		let under: Pick<StoreUnderTest, 'store' | 'discard'>;
		let store: Store;

		beforeEach(async () => {
			time = start;
			under = await open(() => time);
			store = under.store;
			await createWorkshop('aaaa');
			await store.noteVisit('aaaa');
		});
		afterEach(() => under.discard());

		async function createWorkshop(id: string): Promise<void> {
			const made = workshop(id);
			await store.createWorkshop({ ...made, workshop: { ...made.workshop, createdAt: time } });
			await store.addMember(member(`m-${id}`, id, { name: 'Wilhelmina' }), hash(id));
		}

		const usage = async (id = 'aaaa') => (await store.usageOf([id])).get(id);
		const nameIn = async (id: string) => (await store.findMember(id, `m-${id}`))?.name;
		const edit = () =>
			store.append([
				{ room: 'aaaa/board', memberId: 'm-aaaa', update: bytes('edit'), newClients: [] }
			]);

		test('it is known when a workshop was changed and opened last, and what was chosen for it', async () => {
			const fresh = { touchedAt: start, visitedAt: start, warnedAt: null, sealed: 0, named: 1 };
			expect(await usage()).toEqual({ ...fresh, terms: { workshop: null, names: null } });
			time += day;
			await store.noteVisit('aaaa');
			await store.setTerms('aaaa', { workshop: 730, names: 30 });
			const visited = { ...fresh, visitedAt: time, terms: { workshop: 730, names: 30 } };
			expect(await usage()).toEqual(visited);
			time += day;
			await edit();
			expect(await usage()).toEqual({ ...visited, touchedAt: time, visitedAt: time });
			expect(await usage('bbbb')).toBe(undefined);
		});

		test('names go after the term of their workshop, which for who chose none is ninety days', async () => {
			await createWorkshop('bbbb');
			await store.setTerms('bbbb', { workshop: null, names: 365 });
			time += 90 * day - 1;
			expect(await store.forgetNames(null)).toBe(0);
			time += 1;
			// The other was never opened, as far as is known: its days began when that was seen.
			expect(await store.forgetNames(null)).toBe(1);
			expect([await nameIn('aaaa'), await nameIn('bbbb')]).toEqual([null, 'Wilhelmina']);
			time += 365 * day - 2;
			expect(await store.forgetNames(null)).toBe(0);
			time += 1;
			expect(await store.forgetNames(null)).toBe(1);
			expect(await store.forgetNames(null)).toBe(0);
		});

		test('names are not kept longer than the server does, whatever was chosen', async () => {
			await createWorkshop('bbbb');
			await store.noteVisit('bbbb');
			await store.setTerms('bbbb', { workshop: null, names: 730 });
			time += 40 * day;
			expect(await store.forgetNames(41)).toBe(0);
			expect(await store.forgetNames(40)).toBe(2);
		});

		test('a visit or an edit begins the days of names again', async () => {
			time += 60 * day;
			await store.noteVisit('aaaa');
			time += 60 * day;
			await edit();
			time += 90 * day - 1;
			expect(await store.forgetNames(null)).toBe(0);
			time += 1;
			expect(await store.forgetNames(null)).toBe(1);
		});

		test('a workshop is due after its own term or the shorter one of the server, with thirty days of warning', async () => {
			await store.setTerms('aaaa', { workshop: 365, names: null });
			for (const [most, days] of [
				[null, 365],
				[1000, 365],
				[100, 100]
			] as const) {
				await store.touchWorkshop('aaaa');
				time += (days - 30) * day;
				await store.warnUntouched(most);
				expect((await usage())?.warnedAt).toBe(null);
				time += 1;
				await store.warnUntouched(most);
				expect((await usage())?.warnedAt).toBe(time);
				time += 30 * day - 1;
				expect(await store.workshopsDue(most)).toEqual([]);
				time += 1;
				expect(await store.workshopsDue(most)).toEqual(['aaaa']);
			}
		});

		test('without a term nothing is ever due', async () => {
			time += 36_000 * day;
			await store.warnUntouched(null);
			expect(await usage()).toMatchObject({ warnedAt: null });
			expect(await store.workshopsDue(null)).toEqual([]);
			expect(await store.deleteWhenDue('aaaa', null)).toBe(false);
		});

		async function untilDue(): Promise<void> {
			time += 100 * day;
			await store.warnUntouched(60);
			time += 30 * day;
			expect(await store.workshopsDue(60)).toEqual(['aaaa']);
		}

		test('somebody who comes back just before it is deleted keeps a workshop', async () => {
			await untilDue();
			await edit();
			expect(await store.deleteWhenDue('aaaa', 60)).toBe(false);
			await untilDue();
			await store.touchWorkshop('aaaa');
			expect(await store.deleteWhenDue('aaaa', 60)).toBe(false);
			expect(await store.findWorkshop('aaaa')).toMatchObject({ id: 'aaaa' });
		});

		test('several servers that do it at the same moment do it once', async () => {
			time += 100 * day;
			const everywhere = <Result>(work: () => Promise<Result>) =>
				Promise.all([work(), work(), work()]);
			await everywhere(() => store.warnUntouched(60));
			expect((await usage())?.warnedAt).toBe(time);
			const forgotten = await everywhere(() => store.forgetNames(null));
			expect(forgotten.toSorted()).toEqual([0, 0, 1]);
			time += 30 * day;
			const deleted = await everywhere(() => store.deleteWhenDue('aaaa', 60));
			expect(deleted.filter(Boolean)).toHaveLength(1);
			expect(await usage()).toBe(undefined);
		});

		test('a workshop with a sealed forecast is never due, and its names go all the same', async () => {
			await store.sealForecast(forecast());
			time += 10_000 * day;
			await store.warnUntouched(60);
			time += 30 * day;
			expect(await usage()).toMatchObject({ sealed: 1, warnedAt: null });
			expect(await store.workshopsDue(60)).toEqual([]);
			expect(await store.deleteWhenDue('aaaa', 60)).toBe(false);
			expect(await store.forgetNames(null)).toBe(1);
		});
	});
}
