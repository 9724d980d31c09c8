import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/vocabulary.ts';
import {
	formatEuros,
	formatEurosShort,
	formatExactNumber,
	formatNumber,
	formatPercent,
	formatTyped,
	formatTypedPercent
} from '#lib/i18n/format.ts';
import { readNumber, type NumberReading } from '#lib/i18n/read-number.ts';

function number(value: number): NumberReading {
	return { kind: 'number', value };
}

describe('a number that somebody types in Dutch', () => {
	it.each([
		['1234', 1234],
		['1.234,5', 1234.5],
		['1.234.567', 1_234_567],
		['1.234.567,89', 1_234_567.89],
		['12 500,50', 12_500.5],
		['1,234', 1.234],
		['1.5', 1.5],
		['0.234', 0.234],
		['1234.567', 1234.567],
		[',5', 0.5],
		['12,', 12],
		['12k', 12_000],
		['12 K', 12_000],
		['12 duizend', 12_000],
		['2,5 ton', 250_000],
		['1,2 mln', 1_200_000],
		['1,2 miljoen', 1_200_000],
		['3 mld', 3e9],
		['€ 12.500,-', 12_500],
		['€ 12.500,--', 12_500],
		['€12.500', 12_500],
		['12,50 euro', 12.5],
		['EUR 9.000', 9000],
		['12,5%', 0.125],
		['12 procent', 0.12],
		['-5', -5],
		['−5', -5],
		['– 5', -5],
		['− € 300', -300],
		['€ -300', -300],
		['-0', 0]
	])('reads %s', (text, value) => {
		expect(readNumber(text, 'nl')).toEqual(number(value));
	});

	it('has two meanings when a single point may split thousands or decimals', () => {
		expect(readNumber('1.234', 'nl')).toEqual({ kind: 'ambiguous', readings: [1234, 1.234] });
		expect(readNumber('-1.234', 'nl')).toEqual({ kind: 'ambiguous', readings: [-1234, -1.234] });
		expect(readNumber('1.500 mln', 'nl')).toEqual({ kind: 'ambiguous', readings: [1.5e9, 1.5e6] });
	});

	it('has two meanings when euros have three decimals', () => {
		expect(readNumber('€ 1,234', 'nl')).toEqual({ kind: 'ambiguous', readings: [1.234, 1234] });
	});

	it('is not filled in when nothing was typed', () => {
		expect(readNumber('', 'nl')).toEqual({ kind: 'empty' });
		expect(readNumber('  ', 'nl')).toEqual({ kind: 'empty' });
	});

	it.each([
		['veel', 'no-digits'],
		['€', 'no-digits'],
		['12 uur', 'word'],
		['1e5', 'word'],
		['--5', 'word'],
		['1,2 bn', 'word'],
		['1.2.3', 'separators'],
		['1.23.456', 'separators'],
		['1,234,56', 'separators'],
		['12 50', 'word'],
		['999999999999999999', 'too-large']
	])('is not a number as %s, and says why', (text, reason) => {
		expect(readNumber(text, 'nl')).toEqual({ kind: 'unreadable', reason });
	});
});

describe('a number that somebody types in English', () => {
	it.each([
		['1,234.5', 1234.5],
		['1.234', 1.234],
		['1.2m', 1_200_000],
		['1.2 million', 1_200_000],
		['3 bn', 3e9],
		['12k', 12_000],
		['€ 12,500', 12_500],
		['12.5%', 0.125]
	])('reads %s', (text, value) => {
		expect(readNumber(text, 'en')).toEqual(number(value));
	});

	it('has two meanings when a single comma may split thousands or decimals', () => {
		expect(readNumber('1,234', 'en')).toEqual({ kind: 'ambiguous', readings: [1234, 1.234] });
	});

	it('knows no Dutch words', () => {
		expect(readNumber('2.5 ton', 'en')).toEqual({ kind: 'unreadable', reason: 'word' });
	});
});

describe('a share that somebody types', () => {
	it('is a percentage, with or without its sign', () => {
		expect(readNumber('12,5', 'nl', 'share')).toEqual(number(0.125));
		expect(readNumber('12,5%', 'nl', 'share')).toEqual(number(0.125));
		expect(readNumber('100', 'nl', 'share')).toEqual(number(1));
		expect(readNumber('1', 'nl', 'share')).toEqual(number(0.01));
	});

	it('asks whether 0,5 is half a percent or a half', () => {
		expect(readNumber('0,5', 'nl', 'share')).toEqual({
			kind: 'ambiguous',
			readings: [0.005, 0.5]
		});
		expect(readNumber('0,5%', 'nl', 'share')).toEqual(number(0.005));
	});
});

describe('every number that the screens write', () => {
	const language = fc.constantFrom(...languages);
	const real = fc.double({ min: -1e12, max: 1e12, noNaN: true });
	const share = fc.double({ min: 0, max: 1, noNaN: true });
	const seed = 20_270_312;

	/** What is written cannot say minus zero, and neither can a workshop. */
	function plain(value: number): number {
		return value === 0 ? 0 : value;
	}

	it('reads back as itself where it is written to be typed over', () => {
		fc.assert(
			fc.property(real, language, (value, code) => {
				expect(readNumber(formatTyped(code, value), code)).toEqual(number(plain(value)));
			}),
			{ seed, numRuns: 2000 }
		);
	});

	it('reads back as itself when it is a share', () => {
		fc.assert(
			fc.property(share, language, (value, code) => {
				const text = formatTypedPercent(code, value);
				expect(readNumber(text, code, 'share')).toEqual(number(plain(value)));
			}),
			{ seed, numRuns: 2000 }
		);
	});

	it('reads back as itself when it is euros to the cent', () => {
		const cents = fc.integer({ min: -1e13, max: 1e13 });
		fc.assert(
			fc.property(cents, language, (amount, code) => {
				const euros = amount / 100;
				expect(readNumber(formatEuros(code, euros), code)).toEqual(number(plain(euros)));
			}),
			{ seed, numRuns: 2000 }
		);
	});

	it('reads back as what it says when it was rounded for a sentence', () => {
		fc.assert(
			fc.property(real, language, (value, code) => {
				const reading = readNumber(formatEurosShort(code, value), code);
				const rounded = Math.abs(value) < 1 ? Math.round(value) : Number(value.toPrecision(2));
				const shown = Math.abs(rounded) < 10 ? Math.round(rounded) : rounded;
				expect(reading).toEqual(number(plain(shown)));
			}),
			{ seed, numRuns: 2000 }
		);
		fc.assert(
			fc.property(share, language, (value, code) => {
				const reading = readNumber(formatPercent(code, value), code);
				expect(reading.kind === 'number' && reading.value).toBeCloseTo(value, 2);
			}),
			{ seed, numRuns: 500 }
		);
	});

	it('reads back as itself or asks, and never as another number, with thousands apart', () => {
		fc.assert(
			fc.property(fc.integer({ min: -1e9, max: 1e9 }), language, (value, code) => {
				for (const text of [formatNumber(code, value), formatExactNumber(code, value)]) {
					const reading = readNumber(text, code);
					const readings: readonly number[] = reading.kind === 'ambiguous' ? reading.readings : [];
					const isSame = reading.kind === 'number' && reading.value === plain(value);
					expect(isSame || readings.includes(value)).toBe(true);
				}
			}),
			{ seed, numRuns: 2000 }
		);
	});

	it('never fails on whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 40 }), language, (text, code) => {
				const reading = readNumber(text, code);
				if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
			}),
			{ seed, numRuns: 5000 }
		);
	});
});
