import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#lib/domain/forecast/canonical-json.ts';

test('the example of the standard is written as the standard writes it', () => {
	const value = {
		numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
		string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
		literals: [null, true, false]
	};
	expect(canonicalJson(value)).toBe(
		'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
			'"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
	);
});

test('keys are sorted by UTF-16 code units, as in the example of the standard', () => {
	const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
	const text = canonicalJson(Object.fromEntries(keys.map((key) => [key, 0])));
	const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
	expect(text).toBe(`{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`);
});

test('the text reads back as the same value and does not depend on the order of keys', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (value) => {
			const text = canonicalJson(value);
			expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
			expect(canonicalJson(reversed(value))).toBe(text);
		}),
		{ seed: 21, numRuns: 500 }
	);
});

test.each([[NaN], [Infinity], ['\ud800'], [{ '\udfff': 1 }], [[undefined]], [10n]])(
	'%s has no canonical text and is refused',
	(value) => {
		expect(() => canonicalJson(value)).toThrow(TypeError);
	}
);

function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).toReversed();
	return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)]));
}
