import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewBoard } from '#lib/components/arena/board-view.ts';
import { drawLines, moneyScale, widthOf, type Box } from '#lib/components/arena/line-geometry.ts';
import { curveBetween, within, type Curve, type Point } from '#lib/components/arena/line-curve.ts';
import {
	bestGuess,
	connectedTo,
	linksOf,
	type CardPlace,
	type Link
} from '#lib/components/arena/links.ts';
import { newEffect } from '#lib/domain/effect.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';

const content = {
	parties: [
		newParty('town', { name: 'Gemeente', kind: 'budget' }),
		newParty('people', { name: 'Huurders' })
	],
	measures: [
		newMeasure('caretaker', {
			title: 'Wijkbeheerder',
			contributions: [
				{
					id: 'c1',
					partyId: 'town',
					kind: 'money',
					amount: { low: 50_000, likely: 100_000, high: 150_000 },
					hours: null,
					timing: 'yearly',
					confirmed: false,
					deadline: null
				}
			]
		}),
		newMeasure('garden', { title: 'Tuin' })
	],
	effects: [
		newEffect('quiet', {
			title: 'Rust',
			measureIds: ['caretaker'],
			strength: 2,
			recipients: [{ partyId: 'people', share: null, certain: false }]
		}),
		newEffect('noise', { title: 'Lawaai', measureIds: ['garden', 'caretaker'], direction: 'harm' })
	],
	scenarios: []
};

const links = linksOf(viewBoard(content, 'everything'));
const link = (id: string) => links.find((one) => one.id === id);

function boxesFor(places: readonly CardPlace[], height = 100): Map<CardPlace, Box> {
	return new Map(
		places.map((place, index) => [
			place,
			{ left: index * 300, right: index * 300 + 200, top: 0, height }
		])
	);
}

test('an inleg that is not pledged is striped and carries its best guess', () => {
	expect(link('inleg:caretaker:c1')).toMatchObject({
		from: 'payer:town',
		to: 'measure:caretaker',
		certainty: 'striped',
		money: 100_000
	});
});

test('an effect that nobody supported is a wish, with plus signs instead of money', () => {
	expect(link('doen:caretaker:quiet')).toMatchObject({ certainty: 'dotted', strength: 2 });
	expect(link('doen:caretaker:quiet')?.money).toBeUndefined();
});

test('a harm has its own colour on both sides of the card, from each of its measures', () => {
	const harms = links.filter(({ colour }) => colour === 'harm').map(({ id }) => id);
	expect(harms).toEqual(['doen:garden:noise', 'doen:caretaker:noise']);
});

test('the best guess of a range without one is its median', () => {
	expect(bestGuess({ low: 9_000, high: 25_000 })).toBeCloseTo(15_000);
	expect(bestGuess(null)).toBeUndefined();
});

test('the largest sum is the widest line and everything else is to its scale, never invisible', () => {
	const money = (id: string, euros: number): Link => ({
		id,
		from: 'payer:town',
		to: `measure:${id}`,
		colour: 'inleg',
		certainty: 'solid',
		money: euros
	});
	const lines = [money('a', 800_000), money('b', 400_000), money('c', 10)];
	const boxes = boxesFor(['payer:town', 'measure:a', 'measure:b', 'measure:c']);
	const scale = moneyScale(lines, boxes);
	const widths = lines.map((one) => widthOf(one, scale));
	expect(widths[0]).toBeLessThanOrEqual(44);
	expect(widths[1]).toBeCloseTo((widths[0] ?? 0) / 2);
	expect(widths[2]).toBe(1.25);
	expect(widthOf({ ...money('d', 0), money: undefined }, scale)).toBe(1.25);
});

test('the lines of one card never need more height than it has', () => {
	const many = Array.from({ length: 9 }, (_, index): Link => ({
		id: `l${index}`,
		from: 'payer:town',
		to: 'measure:a',
		colour: 'inleg',
		certainty: 'solid',
		money: 100_000
	}));
	const boxes = boxesFor(['payer:town', 'measure:a'], 60);
	const total = drawLines(many, boxes).reduce((sum, { width }) => sum + width, 0);
	expect(total).toBeLessThanOrEqual(60);
});

test('a line whose card is not drawn is left out', () => {
	expect(
		drawLines(links, boxesFor(['payer:town', 'measure:caretaker'])).map(({ id }) => id)
	).toEqual(['inleg:caretaker:c1']);
});

test('only a wide line that is not sure becomes a band', () => {
	const boxes = boxesFor(['payer:town', 'measure:caretaker', 'effect:quiet', 'receiver:people']);
	const banded = drawLines(links, boxes).map(({ id, banded: is }) => [id, is]);
	expect(banded).toEqual([
		['inleg:caretaker:c1', true],
		['doen:caretaker:quiet', false],
		['verandert:quiet:people', false]
	]);
});

test('a card lights up everything that leads to it and everything it leads to', () => {
	expect([...connectedTo('effect:quiet', links)].sort()).toEqual([
		'doen:caretaker:quiet',
		'inleg:caretaker:c1',
		'verandert:quiet:people'
	]);
});

test('of a line that goes far only the part in view is drawn, and exactly where it was', () => {
	fc.assert(
		fc.property(
			fc.record({ y1: fc.integer({ min: 0, max: 9_000 }), y2: fc.integer({ min: 0, max: 9_000 }) }),
			fc.integer({ min: 0, max: 9_000 }),
			({ y1, y2 }, top) => {
				const whole = curveBetween({ x: 0, y: y1 }, { x: 90, y: y2 });
				const view = { top, bottom: top + 900 };
				const part = within(whole, view);
				const outside = Math.max(y1, y2) < view.top || Math.min(y1, y2) > view.bottom;
				expect(part === undefined).toBe(outside);
				for (const place of part ? [0, 0.3, 0.7, 1] : []) {
					const point = pointOf(part ?? whole, place);
					expect(point.y).toBeGreaterThan(view.top - 0.01);
					expect(point.y).toBeLessThan(view.bottom + 0.01);
					expect(distance(whole, point)).toBeLessThan(0.5);
				}
			}
		),
		{ seed: 20_281 }
	);
});

test('a line that is in view is drawn as it is', () => {
	const curve = curveBetween({ x: 0, y: 100 }, { x: 90, y: 300 });
	expect(within(curve, { top: 0, bottom: 900 })).toBe(curve);
	const level = curveBetween({ x: 0, y: 100 }, { x: 90, y: 100 });
	expect(within(level, { top: 100, bottom: 900 })).toBe(level);
});

/** The point at a place from 0 to 1 along a cubic Bézier curve, by its polynomial. */
function pointOf([a, b, c, d]: Curve, at: number): Point {
	const on = (axis: 'x' | 'y') =>
		(1 - at) ** 3 * a[axis] +
		3 * (1 - at) ** 2 * at * b[axis] +
		3 * (1 - at) * at ** 2 * c[axis] +
		at ** 3 * d[axis];
	return { x: on('x'), y: on('y') };
}

/** Pixels between a point and the nearest of many points of a curve at its height. */
function distance(curve: Curve, { x, y }: Point): number {
	let [low, high] = [0, 1];
	const down = curve[3].y >= curve[0].y;
	for (let step = 0; step < 50; step += 1) {
		const middle = (low + high) / 2;
		if (pointOf(curve, middle).y < y === down) low = middle;
		else high = middle;
	}
	return curve[0].y === curve[3].y ? 0 : Math.abs(pointOf(curve, low).x - x);
}
