import { describe, expect, it } from 'vitest';
import { readYears } from '#lib/components/settings/years.ts';

describe('years that somebody types after each other', () => {
	it('are sorted and each there once', () => {
		expect(readYears('2030, 2026 2030;2034')).toEqual([2026, 2030, 2034]);
		expect(readYears('  ')).toEqual([]);
	});

	it('are no years when one of them is something else', () => {
		expect(readYears('2026, straks')).toBeUndefined();
		expect(readYears('26')).toBeUndefined();
	});
});
