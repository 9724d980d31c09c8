import type { Injection, Sound } from './injection.ts';

export const group: readonly Injection[] = [
	{
		rule: 'G01',
		inject: ({ settings }) => (settings.people.critic = 0),
		at: [['workshop', 'weversbuurt', 'people.critic']],
		nearMiss: ({ settings }) => Object.assign(settings.people, { critic: 1, participant: 0 })
	},
	{
		rule: 'G02',
		inject: ({ party }) => (party('welfare').atTable = false),
		at: [['party', 'welfare', 'atTable']],
		nearMiss({ party, cause }) {
			party('residents').atTable = false;
			cause('dark-paths').partyId = 'residents';
		}
	},
	{
		rule: 'G03',
		outcome: 'review',
		inject: ({ effect }) => (effect('less-vandalism').initiatorPartyId = 'tenants'),
		at: [['party', 'tenants', null]],
		nearMiss: ({ effect }) => (effect('fewer-reports').initiatorPartyId = 'tenants')
	},
	{
		rule: 'G04',
		inject: ({ cause }) => (cause('cold-homes').endorsedBy = ['association', 'tenants']),
		at: [['workshop', 'weversbuurt', 'causes']],
		nearMiss({ cause, party }) {
			cause('cold-homes').endorsedBy = ['association', 'tenants', 'municipality'];
			party('police').atTable = false;
			party('residents').atTable = false;
		}
	},
	{
		rule: 'G05',
		inject: ({ measure }) => (measure('welcome').ownerName = ' Iedereen '),
		at: [['measure', 'welcome', 'ownerName']],
		nearMiss: ({ measure }) => (measure('welcome').ownerName = 'aanspreekpunt voor iedereen')
	},
	{
		rule: 'G06',
		outcome: 'review',
		inject: (file) => welcomeFrom(file, 51),
		at: [
			['measure', 'welcome', 'startMonth', 'broad'],
			['measure', 'welcome', 'startMonth', 'light']
		],
		nearMiss: (file) => welcomeFrom(file, 50)
	},
	{
		rule: 'G07',
		inject: ({ value }) => (value.rounds = []),
		at: [['effect', 'evictions', 'amount']],
		nearMiss({ value, effect }) {
			value.rounds = [];
			effect('evictions').evidence.level = 3;
		}
	},
	{
		rule: 'G08',
		inject(file) {
			disagree(file);
			file.round('evictions-1').note = '';
		},
		at: [['round', 'evictions-1', 'note']],
		nearMiss: disagree
	},
	{
		rule: 'G09',
		inject({ value }) {
			for (const challenge of value.challenges)
				challenge.target = { kind: 'party', id: 'police', field: null };
		},
		at: [['scenario', 'broad', 'status', 'broad']],
		nearMiss({ value, challenge }) {
			value.challenges.pop();
			challenge('ch-parking').target = { kind: 'workshop', id: 'weversbuurt', field: null };
		}
	},
	{
		rule: 'G11',
		inject: ({ measure }) => (measure('welcome').contributions[0].confirmed = false),
		at: [['measure', 'welcome', 'contributions', 'broad']],
		nearMiss(file) {
			file.measure('insulation').contributions[0].confirmed = false;
			file.scenario('broad').status = 'draft';
			file.scenario('light').status = 'adopted';
		}
	}
];

/** Moves the welcome talks, and their effect with them. */
function welcomeFrom({ measure, effect }: Sound, startMonth: number): void {
	measure('welcome').startMonth = startMonth;
	effect('at-home').startMonth = startMonth + 3;
}

function disagree({ round }: Sound): void {
	round('evictions-1').estimates.forEach((estimate: { likely: number }, index: number) => {
		estimate.likely = index === 0 || index === 4 ? 5 : 2;
	});
}
