import { beforeEach, expect, test } from 'vitest';
import type { DeedRow, Store } from '#lib/server/store/store.ts';
import { workshop } from './examples.ts';

/** A deed on record as the tests need it. */
export function deed(change: Partial<DeedRow> = {}): DeedRow {
	return {
		id: 'm1.c1',
		workshopId: 'aaaa',
		kind: 'raise-challenge',
		subject: 'challenge1',
		memberId: 'm1',
		at: 1000,
		body: '{"text":"Is this so?"}',
		...change
	};
}

/** What every implementation of the store must do with deeds and with what is handed in. */
export function keepsDeeds(store: () => Store, reopen: () => Promise<Store>): void {
	beforeEach(async () => {
		await store().createWorkshop(workshop('aaaa'));
		await store().createWorkshop(workshop('bbbb'));
	});

	test('deeds come back in order, also after a restart, and by what they are about', async () => {
		await store().recordDeed(deed());
		await store().recordDeed(deed({ id: 'm2.c1', memberId: 'm2', subject: 'challenge2' }));
		await store().recordDeed(deed({ id: 'm3.c1', workshopId: 'bbbb' }));
		const again = await reopen();
		expect((await again.listDeeds('aaaa')).map(({ id }) => id)).toEqual(['m1.c1', 'm2.c1']);
		expect(await again.listDeeds('aaaa', 'challenge1')).toEqual([deed()]);
	});

	test('a deed that comes again is the one on record, whatever it says now', async () => {
		expect(await store().recordDeed(deed())).toEqual(deed());
		expect(await store().recordDeed(deed({ body: '"otherwise"', at: 5000 }))).toEqual(deed());
		expect(await store().listDeeds('aaaa')).toEqual([deed()]);
	});

	test('deleting a workshop takes its deeds and what was handed in along, and no others', async () => {
		const card = { gathering: 'g', memberId: 'm1', item: 'i', body: '{}' };
		for (const workshopId of ['aaaa', 'bbbb']) {
			await store().recordDeed(deed({ id: `m1.${workshopId}`, workshopId }));
			await store().handIn({ ...card, workshopId });
		}
		await store().deleteWorkshop('aaaa');
		expect(await store().listDeeds('aaaa')).toEqual([]);
		expect(await store().handedIn('aaaa', 'g')).toEqual([]);
		expect(await store().listDeeds('bbbb')).toHaveLength(1);
		expect(await store().handedIn('bbbb', 'g')).toHaveLength(1);
	});

	test('a card is replaced and taken back by its own member only', async () => {
		const card = { workshopId: 'aaaa', gathering: 'g', memberId: 'm1', item: 'i', body: '1' };
		await store().handIn(card);
		await store().handIn({ ...card, memberId: 'm2', body: '2' });
		await store().handIn({ ...card, body: '3' });
		await store().takeBack({ ...card, memberId: 'm3' });
		const bodies = async () =>
			(await store().handedIn('aaaa', 'g')).map(({ memberId, body }) => [memberId, body]);
		expect(await bodies()).toEqual([
			['m1', '3'],
			['m2', '2']
		]);
		await store().takeBack(card);
		expect(await bodies()).toEqual([['m2', '2']]);
	});

	test('what was handed in is forgotten, without the rest, as its end goes on record, once', async () => {
		const card = { workshopId: 'aaaa', gathering: 'g', memberId: 'm1', item: 'i', body: '1' };
		await store().handIn(card);
		await store().handIn({ ...card, gathering: 'h' });
		const end = { ...deed(), id: 'm1.end', subject: 'g', kind: 'close-doubt' as const };
		const count = (cards: readonly unknown[]) => JSON.stringify(cards.length);
		expect(await store().endGathering(end, count)).toEqual({ ...end, body: '1' });
		expect(await store().endGathering({ ...end, id: 'm2.end' }, count)).toMatchObject({
			...{ id: 'm1.end', body: '1' }
		});
		expect(await store().handIn({ ...card, memberId: 'm3' })).toBe(false);
		expect(await store().handedIn('aaaa', 'g')).toEqual([]);
		expect(await store().handedIn('aaaa', 'h')).toHaveLength(1);
	});
}
