import { describe, expect, it } from 'vitest';
import {
	formatChance,
	formatDuration,
	formatEuros,
	formatEurosRange,
	formatEurosShort,
	formatEurosSigned,
	formatExactNumber,
	formatNumber,
	formatPercent,
	formatTyped,
	formatTypedPercent
} from '#lib/i18n/format.ts';
import {
	formatDate,
	formatMoment,
	formatMonth,
	formatMonthAfter,
	formatPeriod
} from '#lib/i18n/format-date.ts';

/** Spaces that keep a sign and its number on one line, made visible. */
function seen(text: string): string {
	return text.replaceAll('\u00a0', '_');
}

describe('euros', () => {
	it('are written in full with thousands, and with cents only where there are cents', () => {
		expect(seen(formatEuros('nl', 12500))).toBe('€_12.500');
		expect(seen(formatEuros('nl', 2.5))).toBe('€_2,50');
		expect(seen(formatEuros('en', 12500))).toBe('€_12,500');
		expect(seen(formatEuros('nl', 0))).toBe('€_0');
	});

	it('have a real minus in front of the euro sign', () => {
		expect(seen(formatEuros('nl', -300))).toBe('−_€_300');
	});

	it('have two significant digits in a sentence', () => {
		expect(seen(formatEurosShort('nl', 1_234_000))).toBe('€_1,2_mln');
		expect(seen(formatEurosShort('nl', 2_000_000))).toBe('€_2,0_mln');
		expect(seen(formatEurosShort('nl', 786_300))).toBe('€_790.000');
		expect(seen(formatEurosShort('nl', 996_000))).toBe('€_1,0_mln');
		expect(seen(formatEurosShort('nl', 85.4))).toBe('€_85');
		expect(seen(formatEurosShort('nl', 123_000_000))).toBe('€_120_mln');
		expect(seen(formatEurosShort('nl', 3.21e9))).toBe('€_3,2_mld');
		expect(seen(formatEurosShort('en', -1_234_000))).toBe('−_€_1.2_m');
	});

	it('show their sign where something is left over, except when that is nothing', () => {
		expect(seen(formatEurosSigned('nl', 180_000))).toBe('+_€_180.000');
		expect(seen(formatEurosSigned('nl', -730_000))).toBe('−_€_730.000');
		expect(seen(formatEurosSigned('nl', 0.2))).toBe('€_0');
		expect(seen(formatEurosSigned('nl', -0.2))).toBe('€_0');
	});

	it('make a range in words, or one amount when both ends read the same', () => {
		expect(seen(formatEurosRange('nl', 180_000, 421_000))).toBe('tussen €_180.000 en €_420.000');
		expect(seen(formatEurosRange('en', 180_000, 421_000))).toBe('between €_180,000 and €_420,000');
		expect(seen(formatEurosRange('nl', 180_000, 180_100))).toBe('€_180.000');
	});
});

describe('numbers', () => {
	it('have thousands and at most three decimals', () => {
		expect(formatNumber('nl', 12_500.12345)).toBe('12.500,123');
		expect(formatNumber('en', -3)).toBe('−3');
		expect(formatNumber('nl', -0.00001)).toBe('0');
	});

	it('are written exactly where people check what they typed', () => {
		expect(formatExactNumber('nl', 1_234_567.000_25)).toBe('1.234.567,00025');
		expect(formatTyped('nl', 12_500.5)).toBe('12500,5');
		expect(formatTyped('nl', 0.1 + 0.2)).toBe('0,30000000000000004');
	});

	it('are percentages where they are shares', () => {
		expect(formatPercent('nl', 0.125)).toBe('12,5%');
		expect(formatPercent('en', 0.1256)).toBe('12.6%');
		expect(formatTypedPercent('nl', 0.0225)).toBe('2,25%');
		expect(formatTypedPercent('nl', 0.07)).toBe('7%');
	});
});

describe('chances', () => {
	it.each([
		[0, '< 1%'],
		[0.004, '< 1%'],
		[0.374, '37%'],
		[0.996, '> 99%'],
		[1, '> 99%']
	])('writes %s as %s and never rounds to certainty', (chance, text) => {
		expect(formatChance('nl', chance)).toBe(text);
	});
});

describe('time', () => {
	it('is a day, a month or a moment in words', () => {
		expect(formatDate('nl', '2027-03-12')).toBe('12 maart 2027');
		expect(formatDate('en', '2027-03-12')).toBe('12 March 2027');
		expect(formatMonth('nl', '2027-03')).toBe('maart 2027');
		expect(formatMoment('nl', new Date(2027, 2, 12, 14, 5).getTime())).toContain('12 maart 2027');
	});

	it('counts months from 1 January of the first year', () => {
		expect(formatMonthAfter('nl', 2027, 0)).toBe('januari 2027');
		expect(formatMonthAfter('nl', 2027, 18)).toBe('juli 2028');
	});

	it('lasts whole years or months', () => {
		expect(seen(formatDuration('nl', 24))).toBe('2 jaar');
		expect(seen(formatDuration('nl', 18))).toBe('18 maanden');
		expect(seen(formatDuration('en', 1))).toBe('1 month');
		expect(seen(formatDuration('nl', 0))).toBe('0 maanden');
	});
});

it('a period is written as people say it, never as a program keeps it', () => {
	expect(['2027', '2027-Q1', '2027-03'].map((period) => formatPeriod('nl', period))).toEqual([
		...['2027', 'K1 2027', 'maart 2027']
	]);
	expect(formatPeriod('en', '2027-Q1')).toBe('Q1 2027');
});
