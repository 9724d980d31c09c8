import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const tokens = readFileSync(
	join(import.meta.dirname, '../../../src/lib/components/ui/tokens.css'),
	'utf8'
);

type Colours = Readonly<Record<string, string>>;

/** The colours of a theme; what a theme leaves out it takes from light. */
function coloursOf(theme: string): Colours {
	const blocks = [...tokens.matchAll(/([^{}]*)\{([^{}]*)\}/g)];
	const named = blocks.filter(([, selector = '']) => selector.includes(`[data-theme='${theme}']`));
	const colours = named.flatMap(([, , body = '']) => [
		...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/gi)
	]);
	const own = Object.fromEntries(colours.map(([, name, colour]) => [name, colour]));
	return theme === 'light' ? own : { ...coloursOf('light'), ...own };
}

/** Relative luminance by WCAG 2. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
		const part = parseInt(colour.slice(place, place + 2), 16) / 255;
		return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio by WCAG 2, from 1 to 21. */
function contrast(one: string, other: string): number {
	const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (bright + 0.05) / (dark + 0.05);
}

const grounds = ['page', 'sheet'];
const words: readonly (readonly [string, readonly string[]])[] = [
	['ink', [...grounds, 'sunken', 'inleg-field', 'doen-field', 'verandert-field', 'ontvangt-field']],
	[
		'ink-2',
		[...grounds, 'sunken', 'inleg-field', 'doen-field', 'verandert-field', 'ontvangt-field']
	],
	['ink-3', [...grounds, 'sunken', 'critic-field']],
	['on-ink', ['ink']],
	['inleg-text', [...grounds, 'inleg-field']],
	['doen-text', [...grounds, 'doen-field']],
	['verandert-text', [...grounds, 'verandert-field']],
	['ontvangt-text', [...grounds, 'ontvangt-field']],
	['critic-text', [...grounds, 'critic-field']],
	['on-error', ['error']]
];
const shapes: readonly (readonly [string, readonly string[]])[] = [
	['rule-control', grounds],
	['inleg', ['inleg-field']],
	['doen-line', ['doen-field', 'page']],
	['verandert', ['verandert-field']],
	['ontvangt', ['ontvangt-field']],
	['critic', ['critic-field', ...grounds]]
];

describe.each([
	['light', 4.5],
	['dark', 4.5],
	['contrast', 7],
	['projector', 7]
])('the %s theme', (theme, needed) => {
	const colours = coloursOf(theme);

	it.each(words)(`writes %s so that it can be read on every ground it stands on`, (word, on) => {
		for (const ground of on) {
			expect([ground, contrast(colours[word]!, colours[ground]!) >= needed]).toEqual([
				ground,
				true
			]);
		}
	});

	it.each(shapes)('draws %s so that it stands out', (shape, on) => {
		for (const ground of on) {
			expect([ground, contrast(colours[shape]!, colours[ground]!) >= 3]).toEqual([ground, true]);
		}
	});
});
