import type { Injection } from './injection.ts';

export const timing: readonly Injection[] = [
	{
		rule: 'T01',
		inject: ({ effect }) => (effect('evictions').startMonth = 2),
		at: [['effect', 'evictions', 'startMonth']],
		nearMiss: ({ effect }) => (effect('evictions').startMonth = 3)
	},
	{
		rule: 'T02',
		inject: ({ indicator }) => (indicator('arrears').nextRelease = '2029-04'),
		at: [['scenario', 'broad', 'reviews.0.date', 'broad']],
		nearMiss: ({ indicator }) => (indicator('arrears').nextRelease = '2029-03')
	},
	{
		rule: 'T03',
		inject: ({ measure }) => (measure('caretaker').keyStaffMonths = 35),
		at: [['measure', 'caretaker', 'keyStaffMonths']],
		nearMiss: ({ measure }) => (measure('caretaker').keyStaffMonths = 36)
	},
	{
		rule: 'T04',
		inject: ({ measure }) => (measure('caretaker').fundingUntilYear = 2029),
		at: [['measure', 'caretaker', 'fundingUntilYear']],
		nearMiss: ({ measure }) => (measure('outdoor').fundingUntilYear = 2028)
	},
	{
		rule: 'T05',
		inject: ({ effect }) => (effect('fewer-reports').durationMonths = 43),
		at: [['effect', 'fewer-reports', 'dropOff']],
		nearMiss: ({ effect }) => (effect('fewer-reports').durationMonths = 42)
	},
	{
		rule: 'T06',
		inject: ({ indicator }) => (indicator('lbm-total').norm = 4),
		at: [
			['indicator', 'lbm-total', null, 'broad'],
			['indicator', 'lbm-total', null, 'light']
		],
		nearMiss: ({ indicator }) =>
			Object.assign(indicator('lbm-total'), { norm: 4, better: 'ambiguous' })
	},
	{
		rule: 'T07',
		inject({ measure }) {
			measure('insulation').dependsOn = ['outdoor'];
			measure('outdoor').startMonth = 7;
		},
		at: [['measure', 'insulation', 'dependsOn']],
		nearMiss({ measure }) {
			measure('insulation').dependsOn = ['outdoor'];
			measure('outdoor').startMonth = 6;
		}
	}
];
