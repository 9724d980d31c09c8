import { expect, test } from 'vitest';
import { importText, linesOf, saidOf } from './reading.ts';

const area = { code: 'BU05990110', name: 'Molenwijk' };
const measured = ['indicator;periode;waarde', 'Overlastmeldingen;2026;5,1'].join('\n');

test('a file without a column for areas is about the area that was said, and refused without one', () => {
	expect(saidOf(importText(measured))).toContain('no-area-column');
	expect(linesOf(importText(measured, { area }))).toEqual([
		'BU05990110 2026 overlastmeldingen 5.1'
	]);
});

test('a column for areas goes before the area that was said', () => {
	const text = ['buurtcode;periode;overlast', 'BU05990320;2026;5,1'].join('\n');
	expect(linesOf(importText(text, { area }))).toEqual(['BU05990320 2026 overlast 5.1']);
});

test('a table with a column for each year has its figures in the area that was said', () => {
	const text = ['indicator;2025;2026', 'Vernielingen;50;44,5'].join('\n');
	expect(linesOf(importText(text, { area }))).toEqual([
		'BU05990110 2025 vernielingen 50',
		'BU05990110 2026 vernielingen 44.5'
	]);
});
