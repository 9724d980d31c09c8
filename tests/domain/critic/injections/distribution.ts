import type { Injection, Sound } from './injection.ts';

export const distribution: readonly Injection[] = [
	{
		rule: 'D01',
		inject: ({ effect }) => (effect('outdoor-rating').recipients = []),
		at: [['effect', 'outdoor-rating', 'recipients']],
		nearMiss: ({ effect }) =>
			(effect('outdoor-rating').recipients = [{ partyId: 'tenants', share: null }])
	},
	{
		rule: 'D02',
		inject: (file) => giveAllTo(file, 'tenants'),
		at: [
			['party', 'association', null, 'broad'],
			['party', 'association', null, 'light'],
			['party', 'municipality', null, 'light']
		],
		nearMiss(file) {
			giveAllTo(file, 'tenants');
			for (const id of ['association', 'municipality']) file.party(id).kind = 'people';
		}
	},
	{
		rule: 'D03',
		inject: (file) => giveAllTo(file, 'police'),
		at: [['party', 'police', null, 'light']],
		also: { D02: 'what the police get, the association and the municipality no longer get' },
		nearMiss(file) {
			giveAllTo(file, 'police');
			file.party('police').sector = 'society';
		}
	},
	{
		rule: 'D04',
		inject: ({ effect }) => (effect('parking-loss').recipients = []),
		at: [['scenario', 'light', 'choices', 'light']],
		nearMiss: ({ effect }) =>
			(effect('parking-loss').recipients = [{ partyId: 'residents', share: null }])
	},
	{
		rule: 'D05',
		inject: ({ measure }) => (measure('welcome').type = 'wider-allocation'),
		at: [['measure', 'welcome', 'type']],
		nearMiss({ value, measure, effect }) {
			const seekers = { id: 'seekers', name: 'Woningzoekenden', kind: 'people', atTable: true };
			value.parties.push({ ...seekers, sector: 'house-seekers' });
			effect('at-home').recipients.push({ partyId: 'seekers', share: null });
			measure('welcome').type = 'wider-allocation';
		}
	},
	{
		rule: 'D06',
		inject({ indicator, effect }) {
			indicator('housing-costs').libraryId = null;
			effect('rent-rise').recipients = [{ partyId: 'residents', share: 1 }];
		},
		at: [['measure', 'insulation', 'type']],
		nearMiss: ({ indicator }) => (indicator('housing-costs').libraryId = null)
	},
	{
		rule: 'D07',
		inject: ({ effect }) => (effect('evictions').leadsToEffectId = 'at-home'),
		at: [['effect', 'at-home', 'unitValue']],
		nearMiss({ effect }) {
			effect('evictions').leadsToEffectId = 'at-home';
			effect('at-home').unitValue = null;
		}
	},
	{
		rule: 'D09',
		inject({ measure, effect }) {
			measure('welcome').type = 'screening';
			effect('at-home').displacement = 0.1;
		},
		at: [['measure', 'welcome', 'legalBasis']],
		nearMiss: ({ measure }) =>
			Object.assign(measure('welcome'), { type: 'screening', legalBasis: 'toestemming' })
	},
	{
		rule: 'D10',
		inject: ({ party }) => (party('residents').atTable = false),
		at: [['party', 'residents', 'atTable']],
		nearMiss({ party, cause }) {
			party('residents').atTable = false;
			cause('dark-paths').partyId = 'residents';
		}
	},
	{
		rule: 'D11',
		outcome: 'review',
		inject({ settings, measure }) {
			settings.area.lowIncomeShare = 0.4;
			measure('welcome').flags.push('requires-tenant-action');
		},
		at: [['measure', 'welcome', 'flags']],
		nearMiss: ({ measure }) => measure('welcome').flags.push('requires-tenant-action')
	}
];

/** Lets one party receive everything that purses received. */
function giveAllTo({ effect }: Sound, partyId: string): void {
	for (const id of ['less-vandalism', 'evictions', 'at-home'])
		effect(id).recipients = [{ partyId, share: 1 }];
}
