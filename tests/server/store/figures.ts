import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import type { Store } from '#lib/server/store/store.ts';
import type { StoreUnderTest } from './behaviour.ts';
import { workshop } from './examples.ts';

function value(area: string, period: string, number: number | null): AreaObservation {
	return {
		...{ area, period, indicator: 'meldingen', version: 'own' },
		...{ value: number, status: number === null ? 'suppressed' : 'ok' }
	};
}

function batch(observations: AreaObservation[], change: Partial<FigureBatch> = {}): FigureBatch {
	return {
		...{ source: 'own-long', fileName: 'meldingen.csv', fileHash: 'ab'.repeat(32), vintage: 2025 },
		areas: [{ code: 'BU05990110', name: 'Stadsdriehoek' }],
		indicators: [{ key: 'meldingen', name: 'Meldingen', unit: 'aantal' }],
		observations,
		...change
	};
}

const here = 'BU05990110';
const square: [number, number][][] = [
	[
		[4, 52],
		[4.1, 52],
		[4.1, 52.1],
		[4, 52]
	]
];

/** What every implementation of the store must do with figures of areas. */
export function keepsFigures(open: (clock: () => number) => Promise<StoreUnderTest>): void {
	describe('figures of areas', () => {
		let under: StoreUnderTest;
		let store: Store;
		let time = 1000;

		beforeEach(async () => {
			time = 1000;
			under = await open(() => time);
			store = under.store;
			await store.createWorkshop(workshop('aaaa'));
			await store.createWorkshop(workshop('bbbb'));
		});
		afterEach(() => under.discard());

		const importInto = (
			workshopId: string,
			fresh: FigureBatch,
			onSameKey: 'skip' | 'replace' = 'skip'
		) => store.importBatch({ workshopId, batch: fresh, onSameKey });
		const valuesHere = async (workshopId = 'aaaa') =>
			(await store.observationsOfAreas(workshopId, [here])).map((one) => [one.period, one.value]);

		test('are there after a restart, with their status and what they are called', async () => {
			const outcome = await importInto(
				'aaaa',
				batch([value(here, '2024', 14), value(here, '2025', null)])
			);
			expect(outcome).toMatchObject({ added: 2, same: 0, areas: 1, sameFile: [] });
			store = await under.reopen();
			expect(await store.observationsOfAreas('aaaa', [here])).toEqual([
				value(here, '2024', 14),
				value(here, '2025', null)
			]);
			expect(await store.listIndicators('aaaa')).toEqual([
				{
					...{ key: 'meldingen', name: 'Meldingen', unit: 'aantal', version: 'own' },
					...{ periods: ['2024', '2025'], areas: 1 }
				}
			]);
			expect(await store.listAreas('aaaa')).toEqual([
				{ code: here, name: 'Stadsdriehoek', outlined: false }
			]);
		});

		test('are not seen by workshops of another workspace', async () => {
			const { id } = await importInto('aaaa', batch([value(here, '2024', 14)]));
			expect(await valuesHere('bbbb')).toEqual([]);
			await store.chooseBatches('bbbb', [id ?? 0]);
			expect(await valuesHere('bbbb')).toEqual([]);
			expect(await store.listBatches('bbbb')).toEqual([]);
			expect(await store.undoBatch('bbbb', id ?? 0)).toBe(false);
			expect(await valuesHere()).toEqual([['2024', 14]]);
		});

		test('of one workspace are used by the workshops that choose them', async () => {
			await store.createWorkshop({
				...workshop('cccc'),
				workspace: undefined,
				workshop: { ...workshop('cccc').workshop, workspaceId: 'space-aaaa' }
			});
			const { id } = await importInto('aaaa', batch([value(here, '2024', 14)]));
			expect(await valuesHere('cccc')).toEqual([]);
			expect((await store.listBatches('cccc')).map(({ chosen }) => chosen)).toEqual([false]);
			await store.chooseBatches('cccc', [id ?? 0]);
			expect(await valuesHere('cccc')).toEqual([['2024', 14]]);
			await store.chooseBatches('cccc', []);
			expect(await valuesHere('cccc')).toEqual([]);
			expect(await valuesHere('aaaa')).toEqual([['2024', 14]]);
		});

		test('that are there already are skipped or replaced, as is asked', async () => {
			await importInto('aaaa', batch([value(here, '2024', 14)]));
			const again = batch([value(here, '2024', 15), value(here, '2025', 16)]);
			expect(await importInto('aaaa', again, 'skip')).toMatchObject({ added: 1, same: 1 });
			expect(await valuesHere()).toEqual([
				['2024', 14],
				['2025', 16]
			]);
			expect(await importInto('aaaa', again, 'replace')).toMatchObject({ added: 0, same: 2 });
			expect(await valuesHere()).toEqual([
				['2024', 15],
				['2025', 16]
			]);
		});

		test('that were replaced are back when the replacing import is undone', async () => {
			await importInto('aaaa', batch([value(here, '2024', 14)]));
			const later = await importInto('aaaa', batch([value(here, '2024', 15)]), 'replace');
			expect(await store.undoBatch('aaaa', later.id ?? 0)).toBe(true);
			expect(await valuesHere()).toEqual([['2024', 14]]);
			expect(await store.undoBatch('aaaa', later.id ?? 0)).toBe(false);
		});

		test('leave nothing behind when the only import is undone', async () => {
			const { id } = await importInto('aaaa', batch([value(here, '2024', 14)]));
			await store.undoBatch('aaaa', id ?? 0);
			expect(await store.listIndicators('aaaa')).toEqual([]);
			expect(await store.listAreas('aaaa')).toEqual([]);
			expect(await store.listBatches('aaaa')).toEqual([]);
		});

		test('of a trial are counted and not written', async () => {
			await importInto('aaaa', batch([value(here, '2024', 14)]));
			const fresh = batch([value(here, '2024', 15), value(here, '2025', 16)]);
			const outcome = await store.tryBatch({
				workshopId: 'aaaa',
				batch: fresh,
				onSameKey: 'replace'
			});
			expect(outcome).toMatchObject({ id: undefined, added: 1, same: 1 });
			expect(await valuesHere()).toEqual([['2024', 14]]);
			expect(await store.listBatches('aaaa')).toHaveLength(1);
		});

		test('of a file that was imported before say so', async () => {
			const first = await importInto('aaaa', batch([value(here, '2024', 14)]));
			const again = await importInto('aaaa', batch([value(here, '2024', 14)]));
			expect(again.sameFile).toEqual([first.id]);
			const other = batch([value(here, '2026', 1)], { fileHash: 'cd'.repeat(32) });
			expect((await importInto('aaaa', other)).sameFile).toEqual([]);
		});

		test('are written all or not at all', async () => {
			const twice = batch([value(here, '2024', 14), value(here, '2024', 14)]);
			await expect(importInto('aaaa', twice)).rejects.toThrow();
			const lie = batch([{ ...value(here, '2024', 14), status: 'missing' }]);
			await expect(importInto('aaaa', lie)).rejects.toThrow();
			expect(await store.listBatches('aaaa')).toEqual([]);
			expect(await store.listIndicators('aaaa')).toEqual([]);
		});

		test('are seen by nobody before the last of a large import is there, and others go on meanwhile', async () => {
			const many = Array.from({ length: 5000 }, (_, place) =>
				value(`BU0599${String(place).padStart(4, '0')}`, '2024', 20 + place)
			);
			const importing = importInto('aaaa', batch([...many, value(here, '2023', 14)]));
			let looks = 0;
			let done = false;
			void importing.then(() => (done = true));
			for (; !done; looks += 1) {
				const values = await valuesHere();
				const batches = await store.listBatches('aaaa');
				// Across a network the last of it may be there a moment before its importer hears so.
				if (batches.length === 0) expect(values).toEqual([]);
				else expect(batches).toMatchObject([{ observations: 5001 }]);
				await new Promise<void>((resume) => void setImmediate(resume));
			}
			expect(looks).toBeGreaterThan(3);
			expect(await importing).toMatchObject({ added: 5001 });
			expect(await store.listBatches('aaaa')).toMatchObject([{ observations: 5001 }]);
		});

		test('of an import that a stopped server left half are gone at the next start', async () => {
			const many = Array.from({ length: 5000 }, (_, place) =>
				value(`BU0599${String(place).padStart(4, '0')}`, '2024', 20 + place)
			);
			const importing = importInto('aaaa', batch(many)).then(
				() => 'done',
				() => 'stopped'
			);
			await new Promise<void>((resume) => void setImmediate(resume));
			store = await under.reopen();
			expect(await importing).toBe('stopped');
			expect(await store.listBatches('aaaa')).toEqual([]);
			expect(await store.listIndicators('aaaa')).toEqual([]);
			const again = await importInto('aaaa', batch([value(here, '2024', 14)]));
			expect(again).toMatchObject({ added: 1, sameFile: [] });
		});

		test('of one indicator are given for every area of a period', async () => {
			const other = 'BU05990111';
			await importInto(
				'aaaa',
				batch([value(here, '2024', 1), value(other, '2024', 2), value(here, '2025', 3)])
			);
			const which = { indicator: 'meldingen', version: 'own', period: '2024' };
			const found = await store.observationsOfIndicator('aaaa', which);
			expect(found.map(({ area, value: number }) => [area, number])).toEqual([
				[here, 1],
				[other, 2]
			]);
			expect(await store.observationsOfIndicator('bbbb', which)).toEqual([]);
		});

		test('come with outlines; the newest name and outline of an area count', async () => {
			const geometry = { type: 'Polygon' as const, coordinates: square };
			await importInto('aaaa', batch([], { areas: [{ code: here, name: 'Oud', geometry }] }));
			await importInto('aaaa', batch([], { areas: [{ code: here, name: 'Nieuw' }] }));
			await importInto('aaaa', batch([], { areas: [{ code: here, name: '' }] }));
			expect(await store.listAreas('aaaa')).toEqual([
				{ code: here, name: 'Nieuw', outlined: true }
			]);
			expect(await store.outlines('aaaa', 'BU0599')).toEqual([
				{ code: here, name: 'Oud', geometry }
			]);
			expect(await store.outlines('aaaa', 'BU0344')).toEqual([]);
			expect(await store.outlines('bbbb', 'BU0599')).toEqual([]);
		});

		test('are read in the way that the workspace remembers for their header, in all its workshops', async () => {
			const [header, other] = ['ab'.repeat(32), 'cd'.repeat(32)];
			await store.createWorkshop({
				...workshop('cccc'),
				workspace: undefined,
				workshop: { ...workshop('cccc').workshop, workspaceId: 'space-aaaa' }
			});
			expect(await store.mappingFor('aaaa', header)).toBeUndefined();
			await store.keepMapping('aaaa', header, { decimalMark: '.' });
			const mapping = { decimalMark: ',' as const, roles: [[2, 'period']] as [number, 'period'][] };
			await store.keepMapping('aaaa', header, mapping);
			store = await under.reopen();
			expect(await store.mappingFor('cccc', header)).toEqual(mapping);
			expect(await store.mappingFor('cccc', other)).toBeUndefined();
			expect(await store.mappingFor('bbbb', header)).toBeUndefined();
			await expect(store.keepMapping('zzzz', header, mapping)).rejects.toThrow();
		});

		test('of more than five hundred headers forget the way of the oldest', async () => {
			const headerOf = (place: number) => String(place).padStart(64, '0');
			for (let place = 0; place <= 500; place += 1) {
				time = 1000 + place;
				await store.keepMapping('aaaa', headerOf(place), { eventsPer: 'year' });
			}
			expect(await store.mappingFor('aaaa', headerOf(0))).toBeUndefined();
			expect(await store.mappingFor('aaaa', headerOf(1))).toEqual({ eventsPer: 'year' });
			expect(await store.mappingFor('aaaa', headerOf(500))).toEqual({ eventsPer: 'year' });
		});

		test('go with their workshop only as its choice; the workspace keeps them', async () => {
			await importInto('aaaa', batch([value(here, '2024', 14)]));
			await store.deleteWorkshop('aaaa');
			await expect(store.listBatches('aaaa')).rejects.toThrow();
		});
	});
}
