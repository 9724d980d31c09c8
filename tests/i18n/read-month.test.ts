import { describe, expect, it } from 'vitest';
import { formatMonth } from '#lib/i18n/format-date.ts';
import { readMonth } from '#lib/i18n/read-month.ts';

describe('a month that somebody types', () => {
	it.each([
		['juni 2027', '2027-06'],
		['Juni  2027', '2027-06'],
		['jun. 2027', '2027-06'],
		['mrt 2028', '2028-03'],
		['mei 2028', '2028-05'],
		['1 juni 2027', '2027-06'],
		['2027 juni', '2027-06'],
		['06-2027', '2027-06'],
		['6/2027', '2027-06'],
		['6 2027', '2027-06'],
		['01-06-2027', '2027-06'],
		['2027-06', '2027-06'],
		['2027-6', '2027-06'],
		['May 2027', '2027-05']
	])('is read from %s on a Dutch screen', (text, month) => {
		expect(readMonth(text, 'nl')).toBe(month);
	});

	it.each(['June 2027', 'Jun 2027', '06/2027', '2027-06', 'juni 2027'])(
		'is read from %s on an English screen',
		(text) => expect(readMonth(text, 'en')).toBe('2027-06')
	);

	it.each(['', 'juni', '2027', '13-2027', '0-2027', 'ju 2027', 'foo 2027', '06-27', '2027-06-01x'])(
		'is not made up from %s',
		(text) => expect(readMonth(text, 'nl')).toBeUndefined()
	);

	it('is read again from how it is shown', () => {
		for (const language of ['nl', 'en'] as const) {
			for (let number = 1; number <= 12; number += 1) {
				const month = `2027-${String(number).padStart(2, '0')}`;
				expect(readMonth(formatMonth(language, month), language)).toBe(month);
			}
		}
	});
});
