import { asks, fails, silent } from './edge.ts';
import type { Edge } from './edge.ts';

const euros = (amount: number) => ({ amount, unitValue: 1, durationMonths: 12 });
const received = (...shares: (number | null)[]) =>
	shares.map((share, index) => ({ partyId: index === 0 ? 'party' : `party-${index + 1}`, share }));
const people = { kind: 'people' as const };

function estimates(initiator: number, ...others: number[]) {
	return [initiator, ...others].map((likely, index) => ({
		...{ partyId: index === 0 ? 'party' : null },
		...{ low: likely, likely, high: likely }
	}));
}

/** A number that was estimated blind: the initiator first, then the others. */
function estimated(amount: number | null, ...given: [number, ...number[]]) {
	return {
		parties: [{}],
		effects: [{ amount, initiatorPartyId: 'party' }],
		rounds: [{ estimates: estimates(...given) }]
	};
}

function judged(...[first, latest]: [number, number]) {
	const observations = [
		{ period: '2024', value: first },
		{ period: '2025', value: latest }
	];
	return { norm: 5, observations };
}

/** Edges of rules that look at scenarios, rounds or the workshop as a whole. */
export const ofScenarios: readonly Edge[] = [
	asks('C08', 'when only one of two effects is in numbers', {
		indicators: [{}],
		effects: [
			{ indicatorId: 'indicator', amount: 1 },
			{ indicatorId: 'indicator', direction: 'harm' }
		],
		scenarios: [{}]
	}),
	silent('C14', 'when one of the contributions to support is confirmed', {
		parties: [{ sector: 'care' }],
		measures: [
			{ flags: ['raises-vulnerable-inflow'] },
			{ type: 'care-support', contributions: [{ confirmed: false }, { confirmed: true }] }
		],
		scenarios: [{}]
	}),
	silent('C16', 'when nobody knows the share', {
		effects: [{ dimension: 'safety' }],
		scenarios: [{}]
	}),
	silent('C16', 'when nothing is expected of safety', {
		workshop: { area: { mildIntellectualDisabilityShare: 0.5 } },
		effects: [{ dimension: 'housing' }],
		scenarios: [{}]
	}),
	fails('D02', 'at just a quarter of the cost and a twentieth of the benefit', {
		parties: [{}, people],
		measures: [{ contributions: [{ amount: 250 }, { partyId: 'party-2', amount: 750 }] }],
		effects: [{ ...euros(1000), recipients: received(0.05, 0.95) }],
		scenarios: [{}]
	}),
	silent('D02', 'about who pays nothing', {
		parties: [people, {}],
		measures: [{ contributions: [{ amount: 1 }] }],
		effects: [{ ...euros(1000), recipients: received(1) }],
		scenarios: [{}]
	}),
	silent('D02', 'without any benefit in euros', {
		parties: [{}],
		measures: [{ contributions: [{ amount: 1 }] }],
		effects: [{}],
		scenarios: [{}]
	}),
	asks('D02', 'when all a party gives is hours and other things', {
		parties: [{}, people],
		measures: [
			{
				contributions: [
					{ amount: 90, kind: 'hours' },
					{ amount: 10, kind: 'other' }
				]
			}
		],
		effects: [{ ...euros(1000), recipients: received(0, 1) }],
		scenarios: [{}]
	}),
	asks('D02', 'when a party receives a benefit without a price, with others', {
		parties: [{}, people],
		measures: [{ contributions: [{ amount: 90 }] }],
		effects: [{ ...euros(1000), recipients: received(0, 1) }, { recipients: received(0.1, 0.9) }],
		scenarios: [{}]
	}),
	fails('D02', 'when what a party receives without a price is a harm, or nothing', {
		parties: [{}, people],
		measures: [{ contributions: [{ amount: 90 }] }],
		effects: [
			{ ...euros(1000), recipients: received(0, 1) },
			{ direction: 'harm', recipients: received(1) },
			{ recipients: received(0, 1) }
		],
		scenarios: [{}]
	}),
	fails('D03', 'at just a fifth of the benefit, for a pledge without amount', {
		parties: [{}, people],
		measures: [
			{
				contributions: [{ partyId: 'party-2', amount: 10 }, { deadline: '2027-06' }]
			}
		],
		effects: [{ ...euros(1000), recipients: received(0.2, 0.8) }],
		scenarios: [{}]
	}),
	silent('D03', 'when nothing is put in by anyone', {
		parties: [{}],
		effects: [{ ...euros(1000), recipients: received(1) }],
		scenarios: [{}]
	}),
	silent('D03', 'about who receives nothing of a single euro', {
		parties: [people, {}],
		measures: [{ contributions: [{ amount: 1 }] }],
		effects: [{ ...euros(1), recipients: received(1) }],
		scenarios: [{}]
	}),
	fails('D07', 'when one of two scenarios has both effects', {
		parties: [{}],
		measures: [{}, {}],
		effects: [
			{ ...euros(1), leadsToEffectId: 'effect-2', recipients: received(1) },
			{ ...euros(1), measureIds: ['measure-2'], recipients: received(1) }
		],
		scenarios: [{}, { choices: [{ measureId: 'measure' }] }]
	}),
	silent('D07', 'when no scenario has both effects', {
		parties: [{}],
		measures: [{}, {}],
		effects: [
			{ ...euros(1), leadsToEffectId: 'effect-2', recipients: received(1) },
			{ ...euros(1), measureIds: ['measure-2'], recipients: received(1) }
		],
		scenarios: [{ choices: [{ measureId: 'measure' }] }, { choices: [{ measureId: 'measure-2' }] }]
	}),
	silent('D07', 'when nobody receives both effects', {
		parties: [{}, {}],
		effects: [
			{ ...euros(1), leadsToEffectId: 'effect-2', recipients: received(1, 0) },
			{ ...euros(1), recipients: received(0, 1) }
		],
		scenarios: [{}]
	}),
	asks('D07', 'when two effects of one measure have the same indicator', {
		parties: [{}],
		indicators: [{}],
		effects: [
			{ ...euros(1), indicatorId: 'indicator', recipients: received(1) },
			{ ...euros(1), indicatorId: 'indicator', recipients: received(null) }
		],
		scenarios: [{}]
	}),
	asks('G06', 'when two measures share one of two themes', {
		parties: [{}, {}],
		measures: [
			{ leadPartyId: 'party', durationMonths: 12 },
			{ leadPartyId: 'party-2', startMonth: 24 }
		],
		effects: [{}, { dimension: 'safety' }, { measureIds: ['measure-2'] }],
		scenarios: [{}]
	}),
	silent('G07', 'about an effect that is in no scenario', {
		measures: [{}, {}],
		effects: [
			{ ...euros(1), evidence: { level: 3 } },
			{ ...euros(1), measureIds: ['measure-2'] }
		],
		scenarios: [{ choices: [{ measureId: 'measure' }] }]
	}),
	silent('G09', 'when one of two challenges is about the scenario', {
		parties: [{}],
		measures: [{}],
		scenarios: [{ status: 'adopted' }],
		challenges: [
			{ target: { kind: 'party', id: 'party' } },
			{ target: { kind: 'scenario', id: 'scenario' } }
		]
	}),
	silent('K01', 'at just the norm, with a pledge that has no amount yet', {
		workshop: { area: { dwellings: 100 } },
		parties: [{ sector: 'housing-association' }],
		measures: [{ contributions: [{ amount: 12_500, timing: 'yearly' }, { deadline: '2027-06' }] }],
		scenarios: [{}]
	}),
	fails('K01', 'when nobody knows the share of the association: all dwellings count', {
		workshop: { area: { dwellings: 100 } },
		parties: [{ sector: 'housing-association' }],
		measures: [{ contributions: [{ amount: 12_600, timing: 'yearly' }] }],
		scenarios: [{}]
	}),
	fails(
		'M07',
		'when the number lies just near enough to the initiator',
		estimated(19, 20, 9, 9, 9)
	),
	silent('M07', 'when the others lie just near enough', estimated(5, 5, 4, 4, 4)),
	silent('M07', 'when the others are close to a large number', estimated(6, 6, 5.5, 5.5, 5.5)),
	silent('M07', 'when the number is not filled in', estimated(null, 0, 3, 3, 4)),
	silent('M07', 'about a second round', {
		...estimated(6, 6, 3, 3, 4),
		rounds: [{ round: 2, estimates: estimates(6, 3, 3, 4) }]
	}),
	fails('M07', 'once for a number that was estimated in two rounds', {
		...estimated(6, 6, 3, 3, 4),
		rounds: [{ estimates: estimates(6, 3, 3, 4) }, { estimates: estimates(6, 3, 3, 3) }]
	}),
	fails('M07', 'when only the second of two rounds shows it', {
		...estimated(6, 6, 3, 3, 4),
		rounds: [{ estimates: estimates(6, 6, 6, 6) }, { estimates: estimates(6, 3, 3, 3) }]
	}),
	fails('M08', 'when just nothing is left after correction', {
		parties: [{}],
		measures: [{ contributions: [{ amount: 600 }] }],
		effects: [euros(1000)],
		scenarios: [{}]
	}),
	silent('O04', 'without any scenario', { measures: [{}] }),
	fails('O04', 'when a review names no indicator', {
		scenarios: [{ reviews: [{ date: '2029-03-01', owner: 'area manager' }] }]
	}),
	fails('T06', 'when just three quarters of the figures are wrong', {
		indicators: [judged(8, 9), judged(8, 9), judged(8, 9), judged(4, 4), judged(3, 4)],
		effects: ['indicator', 'indicator-2', 'indicator-3', 'indicator-4'].map((indicatorId) => ({
			indicatorId
		})),
		scenarios: [{}]
	}),
	silent('T06', 'about a sliding figure without a norm', {
		indicators: [judged(8, 9), judged(8, 9), judged(8, 9), { ...judged(3, 4), norm: null }],
		effects: ['indicator', 'indicator-2', 'indicator-3'].map((indicatorId) => ({ indicatorId })),
		scenarios: [{}]
	})
];
