import type { Injection, Sound } from './injection.ts';

export const causality: readonly Injection[] = [
	{
		rule: 'C01',
		inject: ({ measure }) => (measure('early-help').influence = 'outside'),
		at: [['effect', 'evictions', 'measureIds']],
		nearMiss: ({ measure }) => (measure('early-help').influence = 'influence')
	},
	{
		rule: 'C02',
		inject(file) {
			sameTypes(file);
			file.choose('light', 'caretaker', 'outdoor');
		},
		at: [['scenario', 'light', 'choices', 'light']],
		nearMiss(file) {
			sameTypes(file);
			file.choose('light', 'caretaker', 'outdoor', 'welcome');
		}
	},
	{
		rule: 'C03',
		inject: (file) => file.choose('light', 'outdoor'),
		at: [['scenario', 'light', 'choices', 'light']],
		nearMiss(file) {
			file.choose('light', 'outdoor');
			file.measure('outdoor').domain = 'policy';
		}
	},
	{
		rule: 'C04',
		inject: ({ effect }) =>
			Object.assign(effect('at-home'), { indicatorId: 'lbm-total', claim: 'caused' }),
		at: [['effect', 'at-home', 'claim']],
		nearMiss: ({ effect }) => (effect('at-home').indicatorId = 'lbm-total')
	},
	{
		rule: 'C05',
		inject: ({ effect }) => (effect('evictions').deadweight = null),
		at: [['effect', 'evictions', 'deadweight']],
		nearMiss: ({ effect }) => (effect('evictions').deadweight = 0)
	},
	{
		rule: 'C06',
		inject: ({ effect }) => (effect('evictions').attributionToOthers = 0.05),
		at: [['effect', 'evictions', 'attributionToOthers']],
		nearMiss: ({ effect }) => (effect('evictions').attributionToOthers = 0.06)
	},
	{
		rule: 'C07',
		inject: ({ measure }) => (measure('welcome').type = 'allocation'),
		at: [['effect', 'at-home', 'displacement']],
		nearMiss({ measure, effect }) {
			measure('welcome').type = 'allocation';
			effect('at-home').displacement = 0.05;
		}
	},
	{
		rule: 'C08',
		outcome: 'review',
		inject: ({ effect }) => (effect('parking-loss').indicatorId = 'vandalism'),
		at: [
			['indicator', 'vandalism', null, 'broad'],
			['indicator', 'vandalism', null, 'light']
		],
		nearMiss: ({ effect }) =>
			Object.assign(effect('parking-loss'), { indicatorId: 'vandalism', otherArea: true })
	},
	{
		rule: 'C09',
		inject: ({ effect }) => (effect('parking-loss').because = 'Te weinig plekken.'),
		at: [['effect', 'parking-loss', 'because']],
		nearMiss: ({ effect }) => (effect('parking-loss').because = 'Te weinig plekken nu')
	},
	{
		rule: 'C10',
		outcome: 'review',
		inject({ cause }) {
			for (const id of ['cold-homes', 'dark-paths', 'late-help']) cause(id).partyId = 'association';
		},
		at: [['workshop', 'weversbuurt', 'causes']],
		nearMiss({ cause }) {
			for (const id of ['cold-homes', 'dark-paths']) cause(id).partyId = 'association';
		}
	},
	{
		rule: 'C11',
		inject: (file) =>
			mix(file, { targetProfile: ['midden inkomen'], demandEvidence: 'wachtlijst' }),
		at: [['measure', 'welcome', 'targetProfile']],
		nearMiss: (file) => mix(file, { targetProfile: ['midden inkomen', 'werkt in de zorg'] })
	},
	{
		rule: 'C12',
		inject: (file) => mix(file, { targetProfile: ['werkt in de zorg'], demandEvidence: '' }),
		at: [['measure', 'welcome', 'demandEvidence']],
		nearMiss: (file) => mix(file, { demandEvidence: 'wachtlijst' })
	},
	{
		rule: 'C14',
		inject({ measure }) {
			measure('welcome').flags.push('raises-vulnerable-inflow');
			measure('early-help').startMonth = 4;
		},
		at: [
			['measure', 'welcome', 'flags', 'broad'],
			['measure', 'welcome', 'flags', 'light']
		],
		nearMiss: ({ measure }) => measure('welcome').flags.push('raises-vulnerable-inflow')
	},
	{
		rule: 'C15',
		inject: ({ measure }) => measure('welcome').flags.push('adds-concentration'),
		at: [['measure', 'welcome', 'flags']],
		nearMiss: ({ measure }) => measure('caretaker').flags.push('adds-concentration')
	},
	{
		rule: 'C16',
		inject(file) {
			file.settings.area.mildIntellectualDisabilityShare = 0.36;
			file.choose('light', 'caretaker', 'outdoor', 'welcome');
		},
		at: [['scenario', 'light', 'choices', 'light']],
		also: { D02: 'without early help the light scenario brings the municipality hardly anything' },
		nearMiss: (file) => (file.settings.area.mildIntellectualDisabilityShare = 0.36)
	},
	{
		rule: 'C17',
		inject: ({ indicator }) => (indicator('turnover').libraryId = null),
		at: [['workshop', 'weversbuurt', 'indicators']],
		nearMiss: ({ indicator }) => (indicator('turnover').libraryId = 'outflow-profile')
	}
];

function sameTypes({ measure }: Sound): void {
	measure('caretaker').type = 'other';
	measure('outdoor').type = 'other';
}

/** Makes a mixing measure of the welcome talks, with an estimate of what it displaces. */
function mix({ measure, effect }: Sound, fields: object): void {
	Object.assign(measure('welcome'), { type: 'mixing', ...fields });
	effect('at-home').displacement = 0.1;
}
