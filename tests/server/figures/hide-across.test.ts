import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { hideAcross } from '#lib/server/figures/hide-across.ts';
import { workshop } from '../store/examples.ts';
import { temporaryStore, type TemporaryStore } from '../store/temporary-store.ts';

const smallest = 10;
const [a, b, c, whole] = ['BU05990110', 'BU05990111', 'BU05990112', 'WK059901'];

let under: TemporaryStore;
beforeEach(async () => {
	under = await temporaryStore(() => 0);
	await under.store.createWorkshop(workshop('aaaa'));
});
afterEach(() => under.discard());

type Given = readonly [area: string, value: number, period?: string];
type Options = { source?: string; unit?: string; version?: string; onSameKey?: 'skip' | 'replace' };

async function bring(given: readonly Given[], options: Options = {}) {
	const { source = 'own-long', unit = 'aantal', version = 'own', onSameKey = 'skip' } = options;
	const observations = given.map(([area, value, period = '2024']): AreaObservation => ({
		...{ area, value, period, version },
		...{ indicator: 'meldingen', status: 'ok' }
	}));
	const batch = {
		...{ source, fileName: 'a.csv', fileHash: 'ab'.repeat(32), vintage: null, areas: [] },
		indicators: [{ key: 'meldingen', name: 'Meldingen', unit }],
		observations
	};
	const fresh = await hideAcross(under.store, { workshopId: 'aaaa', batch, onSameKey }, smallest);
	return under.store.importBatch(fresh);
}

async function shown(): Promise<Record<string, number | null>> {
	const found = await under.store.observationsOfAreas('aaaa', [a, b, c, whole]);
	return Object.fromEntries(found.map(({ area, period, value }) => [`${area} ${period}`, value]));
}

const at = (area: string, period = '2024') => `${area} ${period}`;

describe('small counts of a registration', () => {
	test('are hidden on the server, whatever a request calls them', async () => {
		await bring([[a, 4]]);
		expect(await shown()).toEqual({ [at(a)]: null });
		await bring([[b, 4]], { source: 'own-events', unit: 'woningen' });
		expect((await shown())[at(b)]).toBeNull();
		await bring([[c, 4]], { source: 'own-long', version: 'own', unit: ' Aantal ' });
		expect((await shown())[at(c)]).toBeNull();
	});

	test('stay hidden when a total comes in later; undoing that shows what it hid', async () => {
		await bring([
			[a, 4],
			[b, 36]
		]);
		await bring([[c, 60]]);
		expect(await shown()).toEqual({ [at(a)]: null, [at(b)]: 36, [at(c)]: 60 });
		const { id, added } = await bring([[whole, 100]]);
		expect(added).toBe(1);
		expect(await shown()).toEqual({ [at(a)]: null, [at(b)]: null, [at(c)]: 60, [at(whole)]: 100 });
		await under.store.undoBatch('aaaa', id ?? 0);
		expect((await shown())[at(b)]).toBe(36);
	});

	test('stay hidden when the quarters of a year come in one by one after the year', async () => {
		await bring([[a, 100]]);
		await bring([
			[a, 4, '2024-Q1'],
			[a, 36, '2024-Q2']
		]);
		await bring([[a, 60, '2024-Q3']]);
		const { [at(a)]: year, ...quarters } = await shown();
		expect(year).toBe(100);
		expect(Object.values(quarters).filter((value) => value === null)).toHaveLength(2);
	});

	test('don’t come out by bringing another file with the same keys', async () => {
		await bring([[a, 4]]);
		await bring([[a, 5]], { onSameKey: 'replace' });
		expect(await shown()).toEqual({ [at(a)]: null });
		await bring([[b, 40]]);
		await bring([[b, 3]], { onSameKey: 'skip' });
		expect((await shown())[at(b)]).toBeNull();
	});

	test('are a matter of registrations: scores and published figures are left as they are', async () => {
		await bring([[a, 4]], { source: 'leefbaarometer-3', version: 'leefbaarometer-3.0', unit: '' });
		await bring([[b, 4]], { unit: '%' });
		expect(await shown()).toEqual({ [at(a)]: 4, [at(b)]: 4 });
	});
});
