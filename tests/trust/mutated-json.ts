import type { Draw } from '../server/rooms/support/seeded.ts';

/** Values that somebody might put where something else belongs. */
const strange: readonly unknown[] = [
	...[null, true, false, 0, -1, 1e308, -1e-320, 2 ** 53, 0.1, '', ' ', 'x'.repeat(20_000)],
	...[[], {}, [[[[[[[[[[]]]]]]]]]], { a: { a: { a: { a: { a: { a: {} } } } } } }],
	...['__proto__', 'constructor', '\u0000', '\ud800', '<script>alert(1)</script>', '= 1 + 1'],
	...['9999-99-99', '2026-07-31', 'NaN', '../../etc/passwd', '🏠'.repeat(300)],
	...[Array.from({ length: 3_000 }, (_, index) => index), { toString: 1, length: -1 }]
];

/** A value of the same build as the given one, with some of its parts exchanged, gone or doubled. */
export function mutated(value: unknown, draw: Draw, strength = 0.08): unknown {
	if (draw.below(1_000) < strength * 1_000) return exchanged(value, draw);
	if (Array.isArray(value)) return mutatedList(value, draw, strength);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
		if (draw.below(1_000) < strength * 200) return [];
		const name =
			draw.below(1_000) < strength * 150 ? `${draw.pick(['__proto__', 'extra', '', key])}` : key;
		return [[name, mutated(inner, draw, strength)]];
	});
	return Object.fromEntries(entries);
}

function mutatedList(value: readonly unknown[], draw: Draw, strength: number): unknown[] {
	// A long list keeps its build mostly, or nothing would ever come past the first check.
	const one = draw.below(Math.max(1, value.length));
	const list = value.map((inner, index) =>
		index === one ? mutated(inner, draw, strength) : inner
	);
	if (draw.below(10) === 0) list.splice(one, 1);
	if (draw.below(10) === 0 && value.length > 0) list.push(structuredClone(value[one]));
	return list;
}

function exchanged(value: unknown, draw: Draw): unknown {
	if (typeof value === 'string' && draw.below(2) === 0) return value + value.toUpperCase();
	if (typeof value === 'number' && draw.below(2) === 0) return -value * 1e6;
	return draw.pick(strange);
}

/** The text of it, now and then with a byte too many, too few, or wrong. */
export function mutatedText(value: unknown, draw: Draw): string {
	const text = JSON.stringify(value) ?? '';
	if (draw.below(25) > 0) return text;
	const at = draw.below(text.length + 1);
	return `${text.slice(0, at)}${draw.pick(['', '"', '}', '\\u', '\u0001'])}${text.slice(at + draw.below(3))}`;
}
