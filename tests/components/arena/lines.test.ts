import { expect, test } from 'vitest';
import { viewBoard } from '#lib/components/arena/board-view.ts';
import { drawLines, moneyScale, widthOf, type Box } from '#lib/components/arena/line-geometry.ts';
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
