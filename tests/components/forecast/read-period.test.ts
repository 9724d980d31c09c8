import { expect, test } from 'vitest';
import { readPeriod } from '#lib/components/forecast/read-period.ts';

test.each([
	['2028', '2028'],
	[' 2028 ', '2028'],
	['K3 2028', '2028-Q3'],
	['q3-2028', '2028-Q3'],
	['2028-Q3', '2028-Q3'],
	['2028 k1', '2028-Q1'],
	['2028-09', '2028-09'],
	['2028-9', '2028-09'],
	['9-2028', '2028-09'],
	['09/2028', '2028-09'],
	['13-2028', undefined],
	['2028-00', undefined],
	['K5 2028', undefined],
	['vorig jaar', undefined],
	['', undefined]
])('%j is read as %j', (text, period) => {
	expect(readPeriod(text)).toBe(period);
});
