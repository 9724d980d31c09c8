import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
	packBatch,
	packedBatchSchema,
	unpackValues,
	batchWith,
	type FigureBatch,
	type PackedBatch
} from '#lib/domain/area/figure-batch.ts';

const keys = ['meldingen', 'lbm.deviation', '__proto__'];

const observations = fc.array(
	fc
		.record({
			area: fc.constantFrom('BU05990110', 'WK059901', 'GM0599', 'PC3011', 'BU0363AF01'),
			period: fc.constantFrom('2024', '2024-Q1', '2024-12'),
			indicator: fc.constantFrom(...keys),
			version: fc.constantFrom('own', 'leefbaarometer-3.0'),
			value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), {
				nil: null
			})
		})
		.map((one) => ({
			...one,
			value: one.value === null ? null : one.value + 0,
			status: one.value === null ? ('suppressed' as const) : ('ok' as const)
		})),
	{ maxLength: 30 }
);

function batchOf(values: FigureBatch['observations']): FigureBatch {
	return {
		...{ source: 'own-long', fileName: 'a.csv', fileHash: '0f'.repeat(32), vintage: 2025 },
		areas: [{ code: 'BU05990110', name: 'Stadsdriehoek' }],
		indicators: keys.map((key) => ({ key, name: key, unit: '' })),
		observations: values
	};
}

function unpacked(packed: PackedBatch): FigureBatch | undefined {
	const values = unpackValues(packed, packed.observations);
	return values && batchWith(packed, values);
}

test('a batch is the same after travelling', () => {
	fc.assert(
		fc.property(observations, (values) => {
			const travelled = JSON.parse(JSON.stringify(packBatch(batchOf(values))));
			const read = v.safeParse(packedBatchSchema, travelled);
			expect(read.success && unpacked(read.output)).toEqual(batchOf(values));
		}),
		{ seed: 6 }
	);
});

test('a value that points at nothing, or has a status that contradicts it, is refused', () => {
	const value = { area: 'GM0599', period: '2024', indicator: 'meldingen', version: 'own' };
	const packed = packBatch(batchOf([{ ...value, value: 3, status: 'ok' }]));
	const first = [0, 0, 0, 0, 3, 0] as const;
	expect(packed.observations).toEqual([first]);
	for (const [place, wrong] of [
		[0, 9],
		[4, null],
		[4, 'x'],
		[5, 2],
		[0, '__proto__']
	] as const) {
		expect(unpackValues(packed, [first.with(place, wrong as never)])).toBeUndefined();
	}
	expect(unpackValues(packed, [null])).toBeUndefined();
	expect(unpacked(packed)).toBeDefined();
});

test.each([
	['codes', ['05990110']],
	['periods', ['week 7 2024']],
	['periods', ['2024KW01']],
	['fileHash', 'abc'],
	['areas', [{ code: 'GM0599', name: 'x', geometry: { type: 'Point', coordinates: [] } }]]
])('%s of the wrong form are refused', (field, value) => {
	const packed = { ...packBatch(batchOf([])), [field]: value };
	expect(v.safeParse(packedBatchSchema, packed).success).toBe(false);
});
