import { expect, test } from 'vitest';
import type { Drawing } from '#lib/charts/chart.ts';
import { configurationOf } from '#lib/components/chart/configuration.ts';
import { shortened } from '#lib/components/chart/shortened.ts';
import { nextPlace, textAt } from '#lib/components/chart/walk.ts';
import { wrapped } from '#lib/components/chart/wrapped.ts';

/** Every letter is 10 wide. */
const brush = { measureText: (text: string) => ({ width: 10 * text.length }) as TextMetrics };

const drawing: Drawing = {
	direction: 'up',
	places: { kind: 'named', names: ['2027', '2028'] },
	series: [
		{
			...{ label: 'baten', shape: 'bars', ink: 'benefit', texture: 'dotted' },
			...{ values: [0, 5], says: ['2027: niets', '2028: € 5'] }
		},
		{
			...{ label: 'opgeteld', shape: 'line', ink: 'ink', texture: 'solid' },
			...{ values: [-2, 3], says: ['2027: − € 2', '2028: € 3'] }
		}
	],
	marks: [],
	writeValue: String
};

const palette = {
	ink: { ink: '#000', inleg: '#00f', ontvangt: '#80f', benefit: '#0f0', harm: '#333' },
	...{ rule: '#ccc', text: '#555', onText: '#fff', critic: '#f00', sheet: '#fff' },
	font: { family: 'sans-serif', size: 13, weight: 420 },
	fill: (ink: string, texture: string) => `${ink} ${texture}`
};

test.each([
	['Kort', 200, 'Kort'],
	['Te lang voor hier', 100, 'Te lang v…'],
	[['Bewoners durven', 'aantal'] as const, 200, 'Bewoners du…: aantal']
])('%s in a place of %s px reads %s', (name, width, text) => {
	expect(shortened(name, brush, width)).toBe(text);
});

test('arrow keys go from place to place and stop at both ends', () => {
	expect(nextPlace('ArrowRight', undefined, 3)).toBe(0);
	expect(nextPlace('ArrowRight', 3, 3)).toBe(3);
	expect(nextPlace('ArrowLeft', undefined, 3)).toBe(3);
	expect(nextPlace('ArrowLeft', 0, 3)).toBe(0);
	expect([nextPlace('Home', 2, 3), nextPlace('End', 2, 3)]).toEqual([0, 3]);
	expect(nextPlace('Tab', 1, 3)).toBeUndefined();
});

test('a place says all that is drawn there and leaves out what is nothing', () => {
	expect(textAt(drawing, 0)).toBe('2027: − € 2');
	expect(textAt(drawing, 1)).toBe('2028: € 5. 2028: € 3');
});

test('a drawing takes its colours and letters from the screen, and never moves', () => {
	const { data, options } = configurationOf(drawing, palette);
	expect(data.datasets.map(({ backgroundColor }) => backgroundColor)).toEqual([
		'benefit dotted',
		'#000'
	]);
	expect(options?.animation).toBe(false);
	expect(options?.scales?.['y']).toMatchObject({ stacked: true, ticks: { color: '#555' } });
});

test('bars from one value to another are not put on top of each other', () => {
	const [bars] = drawing.series;
	const floating = {
		...drawing,
		direction: 'across' as const,
		series: [{ ...bars!, values: [[1, 2] as const, [3, 1] as const] }]
	};
	const { data, options } = configurationOf(floating, palette);
	expect(data.datasets[0]).toMatchObject({ grouped: false });
	expect(options?.indexAxis).toBe('y');
	expect(options?.scales?.['x']).toMatchObject({ stacked: false, beginAtZero: false });
});

test('a text is broken between words, and keeps every word', () => {
	expect(wrapped('Van de beloofde baten is niets onderbouwd.', brush, 160)).toEqual([
		'Van de beloofde',
		'baten is niets',
		'onderbouwd.'
	]);
	expect(wrapped('Huurdersonderhoudsreservering nu', brush, 100)).toEqual([
		'Huurdersonderhoudsreservering',
		'nu'
	]);
	expect(wrapped('', brush, 100)).toEqual([]);
});
