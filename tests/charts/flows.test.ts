import { expect, test } from 'vitest';
import { bandsOf, flowScale, heightOf, thicknessOf } from '#lib/charts/flow-bands.ts';
import { flowsSentence, flowsTable, flowsTitle } from '#lib/charts/flow-sentences.ts';
import { flowsOf, totalOf, type Flow } from '#lib/charts/flows.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import { newParty } from '#lib/domain/party.ts';
import { oneMeasure } from '../domain/valuation/workshops.ts';
import { en, molenwijk, nl, plain, valued } from './valued.ts';

const file = molenwijk();
const { value } = valued(file, 'people-first');
const flows = flowsOf(value, file, () => ({ pays: false, receives: false }));
const sum = (all: readonly Flow[]) => all.reduce((total, flow) => total + totalOf(flow), 0);

test('what goes in and what comes out are the totals of the scenario, to the cent', () => {
	expect(sum(flows.pays)).toBeCloseTo(value.cost.mean, 2);
	expect(sum(flows.receives)).toBeCloseTo(value.benefit.mean + value.harm.mean, 2);
});

test('every flow is what its party pays or receives, and what is left over has no party', () => {
	for (const { id, pays, receives } of value.parties) {
		const of = (side: readonly Flow[]) => sum(side.filter(({ party }) => party?.id === id));
		expect(of(flows.pays)).toBeCloseTo(pays.mean, 2);
		expect(of(flows.receives)).toBeCloseTo(receives.mean, 2);
	}
	const nobody = flows.receives.filter(({ party }) => !party);
	expect(sum(nobody)).toBeCloseTo(value.unallocated.mean, 2);
});

test('pledged is solid, not yet pledged striped, a wish dotted and a harm hatched, below zero', () => {
	const parties = [
		newParty('purse', { name: 'Purse', kind: 'budget' }),
		newParty('people', { name: 'People', kind: 'people' })
	];
	const contributions = [
		newContribution('a', { partyId: 'purse', amount: 60, confirmed: true }),
		newContribution('b', { partyId: 'purse', amount: 40 })
	];
	const recipients = [{ partyId: 'people', share: 0.75, certain: false }];
	const small = oneMeasure(
		[
			{ id: 'hope', amount: 80, recipients },
			{ id: 'harm', amount: 20, direction: 'harm', recipients }
		],
		{ parties, measure: { contributions } }
	);
	const found = flowsOf(valued(small, 'all').value, small, () => ({
		...{ pays: false, receives: false }
	}));
	expect(found.pays.map(({ parts }) => parts)).toEqual([
		[
			{ texture: 'solid', euros: 60 },
			{ texture: 'striped', euros: 40 }
		]
	]);
	expect(found.receives.map((flow) => [flow.party?.id, totalOf(flow), flow.parts])).toEqual([
		[
			...['people', 45],
			[
				{ texture: 'dotted', euros: 60 },
				{ texture: 'hatched', euros: 15 }
			]
		],
		[
			...[undefined, 15],
			[
				{ texture: 'dotted', euros: 20 },
				{ texture: 'hatched', euros: 5 }
			]
		]
	]);
	expect(flowsTable(found, en).rows[1]).toEqual([
		...['People receives', '–', '–', '€ 60', '− € 15', '€ 45'].map((text) =>
			text.replaceAll('€ ', '€\u00a0').replaceAll('− ', '−\u00a0')
		)
	]);
});

test('who gives hours or gets plus signs takes part with a line and without an amount', () => {
	const some = flowsOf(value, file, (id) => ({ pays: id === 'police', receives: false }));
	const police = some.pays.find(({ party }) => party?.id === 'police');
	expect(police?.parts).toEqual([]);
	const row = flowsTable(some, nl).rows.find(([name]) => name === `${police?.party?.name} betaalt`);
	expect(row?.at(-1)).toBe('geen bedrag');
});

test('the widest flow is 44 pixels, the others in proportion, and nothing is thinner than a line', () => {
	const scale = flowScale(flows);
	const all = [...flows.pays, ...flows.receives].map((flow) => thicknessOf(flow, scale));
	expect(Math.max(...all)).toBeCloseTo(44, 9);
	expect(Math.min(...all)).toBeGreaterThanOrEqual(1.25);
	expect(thicknessOf({ party: undefined, parts: [] }, scale)).toBe(1.25);
	expect(heightOf(flows.pays, scale)).toBeCloseTo(value.cost.mean * scale, 0);
});

test('without any amount every flow is one thin line, and nothing is divided by zero', () => {
	const unknown: Flow = { party: file.parties[0], parts: [] };
	const scale = flowScale({ pays: [unknown], receives: [] });
	const side = { flows: [unknown], middles: [40], fromX: 100, toX: 0 };
	expect(bandsOf(side, scale, 40)).toEqual([
		{ texture: 'unknown', isLine: true, path: 'M100 40C50 40 50 40 0 40' }
	]);
	expect(flowsTitle({ pays: [unknown], receives: [] }, nl)).toBe(
		'De lijnen zeggen wie meedoet, nog niet voor hoeveel.'
	);
});

test('the title says where a euro of benefits ends up, the sentence what goes in and comes out', () => {
	expect(flowsTitle(flows, nl)).toMatch(
		/^Van elke euro aan baten komt \d+ cent bij mensen terecht\.$/
	);
	const sentence = plain(flowsSentence(value, file.workshop, nl));
	expect(sentence).toContain('Er gaat gemiddeld € 2,5 mln in');
	expect(sentence).toContain('over 10 jaar, in euro’s van 2026');
});
