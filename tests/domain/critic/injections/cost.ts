import type { Injection, Sound } from './injection.ts';

export const cost: readonly Injection[] = [
	{
		rule: 'K01',
		inject: ({ settings }) => (settings.policy.liveabilityNormPerDwelling = 80),
		at: [
			['scenario', 'broad', 'choices', 'broad'],
			['scenario', 'light', 'choices', 'light']
		],
		nearMiss({ settings }) {
			settings.policy.liveabilityNormPerDwelling = 80;
			settings.area.associationShare = 0.9;
		}
	},
	{
		rule: 'K02',
		inject: ({ measure }) => (measure('early-help').leadPartyId = 'association'),
		at: [['measure', 'early-help', 'legalBasis']],
		nearMiss({ measure }) {
			measure('early-help').leadPartyId = 'association';
			measure('early-help').flags.push('procedure-checked');
		}
	},
	{
		rule: 'K03',
		inject: ({ measure }) => measure('caretaker').contributions.pop(),
		at: [['measure', 'caretaker', 'contributions']],
		nearMiss({ measure }) {
			measure('caretaker').contributions.pop();
			measure('caretaker').leadPartyId = 'police';
		}
	},
	{
		rule: 'K04',
		inject: ({ measure }) => (measure('welcome').flags = ['temporary']),
		at: [['measure', 'welcome', 'flags']],
		nearMiss: ({ measure }) => (measure('outdoor').flags = [])
	},
	{
		rule: 'K06',
		inject: ({ measure }) => (measure('welcome').contributions[0].hours = null),
		at: [['measure', 'welcome', 'contributions']],
		nearMiss: ({ measure }) => (measure('caretaker').contributions[0].hours = null)
	},
	{
		rule: 'K07',
		inject: ({ measure }) => (measure('outdoor').type = 'lower-target-rent'),
		at: [['measure', 'outdoor', 'type']],
		nearMiss({ measure, effect }) {
			measure('outdoor').type = 'lower-target-rent';
			effect('parking-loss').recipients.push({ partyId: 'association', share: null });
		}
	},
	{
		rule: 'K08',
		inject: ({ indicator }) => (indicator('housing-costs').libraryId = 'homes-added'),
		at: [['effect', 'energy-bill', 'indicatorId']],
		nearMiss({ indicator, measure }) {
			indicator('housing-costs').libraryId = 'homes-added';
			measure('insulation').type = 'restructure';
		}
	},
	{
		rule: 'K09',
		inject: (file) => emptyPledge(file, { deadline: null }),
		at: [['measure', 'welcome', 'contributions.0']],
		nearMiss: (file) => emptyPledge(file, { deadline: '2027-06' })
	},
	{
		rule: 'K10',
		outcome: 'review',
		inject: (file) => insulateFrom(file, 48),
		at: [['measure', 'insulation', 'startMonth', 'broad']],
		nearMiss: (file) => insulateFrom(file, 47)
	},
	{
		rule: 'K11',
		inject: (file) => letAtMidRent(file, []),
		at: [['measure', 'welcome', 'flags']],
		also: { D05: 'mid rents also touch the chances of house seekers' },
		nearMiss: (file) => letAtMidRent(file, ['procedure-checked'])
	}
];

function emptyPledge({ measure }: Sound, fields: object): void {
	Object.assign(measure('welcome').contributions[0], { amount: null, hours: null, ...fields });
}

/** Moves the insulation, and its effects with it. */
function insulateFrom({ measure, effect }: Sound, startMonth: number): void {
	measure('insulation').startMonth = startMonth;
	for (const id of ['energy-bill', 'rent-rise']) effect(id).startMonth = startMonth + 18;
}

function letAtMidRent({ measure }: Sound, flags: string[]): void {
	const welcome = measure('welcome');
	welcome.flags.push(...flags);
	Object.assign(welcome, { type: 'mid-rent', demandEvidence: 'wachtlijst' });
}
