import { beforeEach, expect, test } from 'vitest';
import type { ForecastRow, Store } from '#lib/server/store/store.ts';
import { workshop } from './examples.ts';

/** A sealed forecast as the tests need it. */
export function forecast(change: Partial<ForecastRow> = {}): ForecastRow {
	return {
		id: 'm1.c1',
		workshopId: 'aaaa',
		number: 1,
		text: '{"number":1}',
		sha256: 'a'.repeat(64),
		previous: null,
		sealedAt: 1000,
		...change
	};
}

/** What every implementation of the store must do with sealed forecasts. */
export function keepsForecasts(store: () => Store, reopen: () => Promise<Store>): void {
	const second = forecast({
		...{ id: 'm1.c2', number: 2, text: '{"number":2}' },
		...{ sha256: 'b'.repeat(64), previous: 'a'.repeat(64) }
	});

	beforeEach(async () => {
		await store().createWorkshop(workshop('aaaa'));
		await store().createWorkshop(workshop('bbbb'));
	});

	test('forecasts come back in the order in which they were sealed, also after a restart', async () => {
		expect(await store().sealForecast(forecast())).toBe(true);
		expect(await store().sealForecast(second)).toBe(true);
		expect(await store().sealForecast(forecast({ id: 'm9.c1', workshopId: 'bbbb' }))).toBe(true);
		expect(await (await reopen()).listForecasts('aaaa')).toEqual([forecast(), second]);
	});

	test.each([
		['the same number twice', forecast({ id: 'm2.c1' })],
		['a number too high', forecast({ id: 'm2.c1', number: 3, previous: 'a'.repeat(64) })],
		['another forecast before it', forecast({ id: 'm2.c1', number: 2, previous: 'c'.repeat(64) })],
		['no forecast before it', forecast({ id: 'm2.c1', number: 2, previous: null })]
	])('one with %s does not come after the last and is not kept', async (_, wrong) => {
		await store().sealForecast(forecast());
		expect(await store().sealForecast(wrong)).toBe(false);
		expect(await store().listForecasts('aaaa')).toEqual([forecast()]);
	});

	test('of two that are sealed at the same moment one is kept', async () => {
		const both = [forecast(), forecast({ id: 'm2.c1', sha256: 'b'.repeat(64) })];
		const kept = await Promise.all(both.map((one) => store().sealForecast(one)));
		expect(kept.filter(Boolean)).toHaveLength(1);
		expect(await store().listForecasts('aaaa')).toHaveLength(1);
	});

	test('deleting a workshop takes its forecasts along, and no others', async () => {
		await store().sealForecast(forecast());
		await store().sealForecast(forecast({ id: 'm9.c1', workshopId: 'bbbb' }));
		await store().deleteWorkshop('aaaa');
		expect(await store().listForecasts('aaaa')).toEqual([]);
		expect(await store().listForecasts('bbbb')).toHaveLength(1);
	});
}
