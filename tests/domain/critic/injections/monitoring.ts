import type { Injection, Sound } from './injection.ts';

export const monitoring: readonly Injection[] = [
	{
		rule: 'O01',
		inject: ({ effect }) => (effect('evictions').indicatorId = null),
		at: [['effect', 'evictions', 'indicatorId']],
		nearMiss: ({ effect }) =>
			Object.assign(effect('evictions'), { indicatorId: null, leadsToEffectId: 'fewer-reports' })
	},
	{
		rule: 'O02',
		inject: ({ indicator }) => indicator('satisfaction').observations.pop(),
		at: [['indicator', 'satisfaction', 'observations']],
		nearMiss: ({ indicator }) => (indicator('satisfaction').observations[2].period = '2024')
	},
	{
		rule: 'O03',
		inject(file) {
			foreign(file);
			file.indicator('turnover').source = 'statistics';
		},
		at: [['scenario', 'light', 'choices', 'light']],
		nearMiss: foreign
	},
	{
		rule: 'O04',
		inject: ({ scenario }) => (scenario('broad').reviews = []),
		at: [['scenario', 'broad', 'reviews', 'broad']],
		nearMiss: ({ scenario }) => (scenario('light').reviews = [])
	},
	{
		rule: 'O05',
		inject({ indicator }) {
			for (const id of ['arrears', 'housing-costs']) indicator(id).better = 'ambiguous';
		},
		at: [['indicator', 'arrears', 'better']],
		nearMiss: ({ indicator }) => (indicator('arrears').better = 'ambiguous')
	},
	{
		rule: 'O06',
		inject({ indicator, effect }) {
			indicator('vandalism').comparisonArea = null;
			effect('less-vandalism').claim = 'caused';
		},
		at: [['indicator', 'vandalism', 'comparisonArea']],
		nearMiss: ({ indicator }) => (indicator('vandalism').comparisonArea = null)
	},
	{
		rule: 'O07',
		outcome: 'review',
		inject: ({ indicator }) => (indicator('vandalism').reportingSensitive = true),
		at: [
			['effect', 'fewer-reports', 'indicatorId'],
			['effect', 'less-vandalism', 'indicatorId']
		],
		nearMiss({ indicator, measure }) {
			indicator('vandalism').reportingSensitive = true;
			measure('caretaker').flags = ['existing-initiatives-checked'];
		}
	},
	{
		rule: 'O08',
		inject: ({ scenario }) => (scenario('light').reviews[0].date = '2026-12-31'),
		at: [['scenario', 'light', 'reviews.0.outcome', 'light']],
		nearMiss: ({ scenario }) => (scenario('light').reviews[0].date = '2027-01-01')
	},
	{
		rule: 'O09',
		inject: (file) => stopEarlyHelp(file, 3.1),
		at: [['measure', 'early-help', 'durationMonths']],
		nearMiss: (file) => stopEarlyHelp(file, 3.2)
	},
	{
		rule: 'O10',
		inject: ({ indicator }) => (indicator('nuisance').smallestCell = 9),
		at: [['indicator', 'nuisance', 'smallestCell']],
		nearMiss: ({ indicator }) => (indicator('nuisance').smallestCell = 10)
	},
	{
		rule: 'O10',
		outcome: 'review',
		inject: ({ challenge }) => (challenge('ch-reports').answer = 'Bel Jan op 06-12345678.'),
		at: [['effect', 'fewer-reports', 'indicatorId']],
		nearMiss: ({ challenge }) => (challenge('ch-reports').answer = 'Bel Jan over 12345678.')
	},
	{
		rule: 'O11',
		outcome: 'review',
		inject(file) {
			file.choose('light', 'caretaker', 'outdoor');
			for (const id of ['nuisance', 'vandalism']) file.indicator(id).dimension = 'overall';
			file.indicator('satisfaction').dimension = 'other';
		},
		at: [
			['indicator', 'nuisance', 'dimension', 'light'],
			['indicator', 'vandalism', 'dimension', 'light']
		],
		nearMiss(file) {
			file.choose('light', 'caretaker', 'outdoor');
			for (const id of ['nuisance', 'vandalism']) file.indicator(id).dimension = 'overall';
		}
	}
];

/** Takes the figures of one's own away from what the light scenario follows, but for the turnover. */
function foreign({ indicator }: Sound): void {
	for (const id of ['nuisance', 'satisfaction', 'arrears']) indicator(id).source = 'statistics';
}

/** Lets early help run already, with arrears that ended at a value; they began at 3.2. */
function stopEarlyHelp({ measure, indicator }: Sound, latest: number): void {
	measure('early-help').flags.push('already-running');
	indicator('arrears').observations.at(-1).value = latest;
}
