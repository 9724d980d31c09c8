import { asks, fails, silent } from './edge.ts';
import type { Edge } from './edge.ts';

const municipality = [{ sector: 'municipality' as const }];
const yearly = [{ timing: 'yearly' as const }];

function years(...values: number[]) {
	return values.map((value, index) => ({ period: String(2020 + index), value }));
}

/** Edges of rules that look at effects, measures, indicators and parties by themselves. */
export const ofRecords: readonly Edge[] = [
	silent('C01', 'when one of two measures is within influence', {
		measures: [{ influence: 'outside' }, { influence: 'own' }],
		effects: [{ measureIds: ['measure', 'measure-2'] }]
	}),
	fails('C01', 'when an indicator is outside influence and something is claimed', {
		indicators: [{ influence: 'outside' }],
		effects: [{ indicatorId: 'indicator', claim: 'contributes' }]
	}),
	silent('C01', 'about a harm, whatever is outside influence', {
		indicators: [{ influence: 'outside' }],
		effects: [{ indicatorId: 'indicator', claim: 'contributes', direction: 'harm' }]
	}),
	silent('C07', 'when a harm elsewhere also belongs to a measure that moves nothing', {
		measures: [{ type: 'enforcement' }, { type: 'meeting' }],
		effects: [
			{ displacement: 0 },
			{ direction: 'harm', otherArea: true, measureIds: ['measure', 'measure-2'] }
		]
	}),
	silent('C07', 'when one of two moving measures has its harm elsewhere', {
		measures: [{ type: 'enforcement' }, { type: 'relocation' }],
		effects: [
			{ displacement: 0, measureIds: ['measure', 'measure-2'] },
			{ direction: 'harm', otherArea: true, measureIds: ['measure-2'] }
		]
	}),
	fails('C07', 'when the harm elsewhere is of another measure', {
		measures: [{ type: 'enforcement' }, {}],
		effects: [
			{ displacement: 0, measureIds: ['measure', 'measure-2'] },
			{ direction: 'harm', otherArea: true, measureIds: ['measure-2'] }
		]
	}),
	fails('C17', 'when one of two measures works through who comes to live here', {
		measures: [{ type: 'meeting' }, { type: 'mixing' }],
		effects: [{ measureIds: ['measure', 'measure-2'] }]
	}),
	silent('D05', 'when one of two effects reaches house seekers', {
		parties: [{ sector: 'house-seekers' }],
		measures: [{ type: 'sale' }],
		effects: [{}, { recipients: [{ partyId: 'party', share: null }] }]
	}),
	fails('E03', 'when only a harm is better supported', {
		effects: [{ evidence: { level: 1 } }, { direction: 'harm', evidence: { level: 5 } }]
	}),
	silent('G03', 'when others lead just half of the measures', {
		parties: [{}, {}],
		measures: [1, 2, 3, 4].map((place) => ({ leadPartyId: place > 2 ? 'party' : 'party-2' })),
		effects: [
			{
				measureIds: ['measure', 'measure-2', 'measure-3', 'measure-4'],
				initiatorPartyId: 'party'
			}
		]
	}),
	silent('G04', 'when nobody is at the table yet and there is a cause', {
		parties: [{ atTable: false }],
		causes: [{}]
	}),
	silent('G08', 'when the spread is just half of the median', {
		effects: [{}],
		rounds: [{ estimates: [1.5, 1.5, 2.5, 2.5].map((likely) => ({ low: 1, likely, high: 3 })) }]
	}),
	silent('K06', 'when one contribution has an amount and another only a deadline', {
		parties: [{}],
		measures: [{ contributions: [{ amount: 10 }, { deadline: '2027-06' }] }]
	}),
	fails('K08', 'when a renovation comes with something else', {
		indicators: [{ libraryId: 'homes-added' }],
		measures: [{ type: 'renovation' }, {}],
		effects: [{ indicatorId: 'indicator', measureIds: ['measure', 'measure-2'] }]
	}),
	asks('M01', 'with as few values as it needs', {
		indicators: [{ unit: 'reports', observations: years(10, 14, 12) }],
		effects: [{ indicatorId: 'indicator', unit: 'reports', amount: 5 }]
	}),
	silent('M01', 'with fewer values of one kind', {
		indicators: [
			{ unit: 'reports', observations: [...years(10, 12), { period: '2024-Q1', value: 11 }] }
		],
		effects: [{ indicatorId: 'indicator', unit: 'reports', amount: 5 }]
	}),
	asks('M01', 'when a figure never moved', {
		indicators: [{ unit: 'reports', observations: years(9, 9, 9, 9, 9) }],
		effects: [{ indicatorId: 'indicator', unit: 'reports', amount: 1 }]
	}),
	silent('M01', 'without any value, also when a group asks for none', {
		workshop: { policy: { thresholds: { 'M01.minObservations': 0 } } },
		indicators: [{ unit: 'reports' }],
		effects: [{ indicatorId: 'indicator', unit: 'reports', amount: 1 }]
	}),
	fails('M05', 'on the outcome of a formula', {
		measures: [{ reach: 40 }],
		effects: [{ formula: 'homes * 2', inputs: [{ name: 'homes', quantity: 21 }], maxPerPerson: 1 }]
	}),
	silent('O02', 'about a figure that nobody follows', { indicators: [{}] }),
	silent('O05', 'about an ambiguous figure that nobody follows', {
		indicators: [{ better: 'ambiguous' }],
		effects: [{}]
	}),
	silent('O07', 'when one of two other benefits does not depend on reporting', {
		indicators: [{ reportingSensitive: true }, {}],
		measures: [{ flags: ['raises-staff-visibility'] }],
		effects: [{ indicatorId: 'indicator' }, { indicatorId: null }, { indicatorId: 'indicator-2' }]
	}),
	silent('O07', 'when the second figure belongs to one of two measures', {
		indicators: [{ reportingSensitive: true }, {}],
		measures: [{ flags: ['raises-staff-visibility'] }, {}],
		effects: [
			{ indicatorId: 'indicator', measureIds: ['measure', 'measure-2'] },
			{ indicatorId: 'indicator-2', measureIds: ['measure-2'] }
		]
	}),
	silent('O09', 'when another measure of the same type goes on', {
		indicators: [{ observations: years(9, 8) }],
		measures: [
			{ flags: ['already-running'], durationMonths: 24, type: 'caretaker' },
			{ startMonth: 27, type: 'caretaker' }
		],
		effects: [{ indicatorId: 'indicator' }]
	}),
	fails('O09', 'when the next measure ends together with this one', {
		indicators: [{ observations: years(9, 8) }],
		measures: [
			{ flags: ['already-running'], durationMonths: 24, type: 'caretaker' },
			{ durationMonths: 24, type: 'caretaker' }
		],
		effects: [{ indicatorId: 'indicator' }, {}]
	}),
	fails('O10', 'when the smallest cell is empty', { indicators: [{ smallestCell: 0 }] }),
	silent('T01', 'when a measure needs no lead time and the effect starts three months early', {
		measures: [{ startMonth: 6, minLeadMonths: null }],
		effects: [{ startMonth: 3 }]
	}),
	silent('T01', 'when the measure already runs', {
		measures: [{ startMonth: 24, minLeadMonths: 12, flags: ['already-running'] }],
		effects: [{ startMonth: 0 }]
	}),
	fails('T03', 'for people who promised less than a soft measure needs', {
		measures: [{ type: 'soft-steering', keyStaffMonths: 35 }]
	}),
	silent('T03', 'when people stay to the horizon', {
		measures: [{ type: 'caretaker', startMonth: 100, keyStaffMonths: 20 }]
	}),
	silent('T03', 'about a physical measure', {
		measures: [{ type: 'caretaker', domain: 'physical' }]
	}),
	fails('T04', 'for an election in the first year, among other elections and contributions', {
		workshop: { policy: { electionYears: [2030, 2050] } },
		parties: municipality,
		measures: [
			{ startMonth: 36, durationMonths: 12, contributions: [...yearly, { timing: 'once' }] }
		]
	}),
	silent('T04', 'for an election before the first year', {
		workshop: { policy: { electionYears: [2029, 2031] } },
		parties: municipality,
		measures: [{ startMonth: 36, durationMonths: 12, contributions: yearly }]
	}),
	silent('T04', 'for what would be paid beyond the horizon', {
		measures: [{ durationMonths: 600, fundingUntilYear: 2036 }]
	}),
	silent('T05', 'when the drop-off is just large enough', {
		measures: [{ durationMonths: 24 }],
		effects: [{ dropOff: 0.02 }]
	}),
	fails('T05', 'when nobody estimated the drop-off and one of two efforts ends', {
		measures: [{ durationMonths: 24 }, {}],
		effects: [{ dropOff: null, measureIds: ['measure', 'measure-2'] }]
	})
];
