import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { headerSignature } from '#lib/importers/header-signature.ts';
import { mappingOf, mappingSchema } from '#lib/importers/mapping.ts';
import { importText, saidOf } from './reading.ts';

const headers = ['gebied', 'wanneer', 'telefoon', 'klachten'];

describe('what is remembered of a file', () => {
	test('are the choices that hold for every file with its header, and no word of it', () => {
		const chosen = { decimalMark: ',', roles: [[1, 'period']], aggregate: [[3, 'sum']] } as const;
		const ofOneFile = { period: '2024', leaveOutWrongRows: true, personalColumnsSeen: true };
		const mapping = mappingOf(headers, { ...chosen, ...ofOneFile, headerLine: 3 });
		expect(mapping).toEqual(chosen);
		expect(JSON.stringify(mapping)).not.toMatch(/gebied|wanneer|telefoon|klachten|2024/);
		expect(v.is(mappingSchema, mapping)).toBe(true);
	});

	test('is nothing when nothing was chosen that holds for more than one file', () => {
		expect(mappingOf(headers, { period: '2024', leaveOutWrongRows: true })).toBeUndefined();
	});

	test('never says that a column about people is a figure: the next reader must see it', () => {
		expect(mappingOf(headers, { roles: [[2, 'figure']] })).toBeUndefined();
		const both = mappingOf(headers, {
			roles: [
				[2, 'ignore'],
				[3, 'personal']
			]
		});
		expect(both).toEqual({ roles: [[3, 'personal']] });
	});

	test('reads the next file in the same way', () => {
		const file = (period: string) => `plek;wanneer;klachten\nBU05990110;${period};36\n`;
		expect(saidOf(importText(file('2024')))).toContain('no-area-column');
		const chosen = {
			roles: [
				[0, 'area-code'],
				[1, 'period']
			]
		} as const;
		const mapping = mappingOf(['plek', 'wanneer', 'klachten'], chosen);
		expect(importText(file('2025'), mapping)).toMatchObject({
			ready: true,
			observations: [{ area: 'BU05990110', period: '2025', indicator: 'klachten', value: 36 }]
		});
	});

	test.each([
		['a place that no column can have', { roles: [[-1, 'period']] }],
		['a word that is no role', { roles: [[1, 'naam']] }],
		['a word of the file', { headers }]
	])('is refused with %s', (_, mapping) => {
		expect(v.is(mappingSchema, mapping)).toBe(false);
	});
});

describe('the signature of a header', () => {
	test('is that of the same columns in the same order', () => {
		expect(headerSignature(headers)).toMatch(/^[0-9a-f]{64}$/);
		expect(headerSignature([...headers])).toBe(headerSignature(headers));
		expect(headerSignature(headers.toReversed())).not.toBe(headerSignature(headers));
		expect(headerSignature(['a,b'])).not.toBe(headerSignature(['a', 'b']));
	});

	test('is none where no column has a name', () => {
		expect(headerSignature([])).toBeUndefined();
		expect(headerSignature(['', ''])).toBeUndefined();
	});
});
