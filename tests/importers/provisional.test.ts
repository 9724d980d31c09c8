import { expect, test } from 'vitest';
import { readPeriod } from '#lib/domain/area/period.ts';
import { importText } from './reading.ts';

/** Every value with how certain it is. */
function statuses(text: string): string[] {
	return importText(text).observations.map(
		({ period, value, status }) => `${period} ${value} ${status}`
	);
}

test.each([
	['2024*', '2024'],
	['2024**', '2024'],
	['2024 *', '2024'],
	['2024 (voorlopig)', '2024'],
	['2024 nader voorlopig', '2024'],
	['2024 1e kwartaal', undefined],
	['1e kwartaal 2024*', '2024-Q1'],
	['januari 2024 (provisional)', '2024-01'],
	['*', undefined]
])('the period %j is %s', (text, period) => {
	const reading = readPeriod(text);
	expect('period' in reading ? reading.period : undefined).toBe(period);
});

test('a period with a star, as Statistics Netherlands writes it, makes its figures provisional', () => {
	const rows = ['buurtcode;jaar;overlast', 'BU05990110;2023;5,1', 'BU05990110;2024*;4,9'];
	expect(statuses(rows.join('\n'))).toEqual(['2023 5.1 ok', '2024 4.9 provisional']);
});

test('so does a column of a period with a star, and a figure with one', () => {
	const rows = ['buurtcode;indicator;2023;2024*', 'BU05990110;Overlast;5,1*;4,9'];
	expect(statuses(rows.join('\n'))).toEqual(['2023 5.1 provisional', '2024 4.9 provisional']);
});

test('what is missing in a provisional period is missing, and no number', () => {
	const rows = ['buurtcode;jaar;overlast', 'BU05990110;2023;5,1', 'BU05990110;2024*;.'];
	expect(statuses(rows.join('\n'))).toEqual(['2023 5.1 ok', '2024 null not-published']);
});
