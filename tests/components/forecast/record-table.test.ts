import { expect, test } from 'vitest';
import { recordRows } from '#lib/components/forecast/record-table.ts';
import { calibrate } from '#lib/domain/forecast/calibration.ts';
import nl from '#lib/i18n/locales/nl.json' with { type: 'json' };
import { createTranslate } from '#lib/i18n/translate.ts';
import { makeHistory, overconfident } from '../../domain/forecast/histories.ts';

const tongue = { t: createTranslate('nl', nl), current: 'nl' as const };

test('the record has a row for all together and one per type of measure, theme and evidence level', () => {
	const [all, ...kinds] = recordRows(calibrate(makeHistory(overconfident, 1, 60)), tongue);
	expect(all?.slice(0, 2)).toEqual(['Alles samen', '60']);
	expect(all?.[2]).toMatch(/^\d+% \(gezegd 80%\)$/);
	expect(all?.[3]).toMatch(/^\d+% \(\d+% tot \d+%\)$/);
	expect(kinds.map(([name]) => name)).toEqual(
		expect.arrayContaining(['Veiligheid', 'Bewoners', 'Wijkbeheer', 'Idee van de groep'])
	);
	expect(kinds.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(3 * 60);
});

test('a kind of which fewer than ten outcomes are known says only that it has too few', () => {
	const rows = recordRows(calibrate(makeHistory(overconfident, 1, 18)), tongue);
	const safety = rows.find(([name]) => name === 'Veiligheid');
	expect(safety).toEqual(['Veiligheid', '9', 'te weinig', 'te weinig', 'te weinig']);
	expect(rows[0]).not.toContain('te weinig');
});
