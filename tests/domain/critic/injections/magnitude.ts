import type { Injection, Sound } from './injection.ts';

export const magnitude: readonly Injection[] = [
	{
		rule: 'M01',
		inject(file) {
			addYear(file);
			file.effect('fewer-reports').amount = { low: 1, likely: 1.6, high: 2 };
		},
		at: [['effect', 'fewer-reports', 'amount']],
		nearMiss(file) {
			addYear(file);
			file.effect('fewer-reports').amount = { low: 1, likely: 1.5, high: 2 };
		}
	},
	{
		rule: 'M02',
		inject: ({ effect }) => (effect('energy-bill').amount = 102),
		at: [['effect', 'energy-bill', 'amount']],
		nearMiss: ({ effect }) =>
			Object.assign(effect('energy-bill'), {
				amount: 102,
				probability: { low: 0.9, likely: 0.95, high: 1 }
			})
	},
	{
		rule: 'M03',
		inject: ({ effect }) => (effect('evictions').amount = { low: 2.3, likely: 2.5, high: 2.7 }),
		at: [['effect', 'evictions', 'amount']],
		nearMiss: ({ effect }) => (effect('evictions').amount = { low: 2.25, likely: 2.5, high: 2.75 })
	},
	{
		rule: 'M04',
		inject(file) {
			file.remove('effects', 'rent-rise');
			file.remove('effects', 'parking-loss');
			file.challenge('ch-parking').target = { kind: 'effect', id: 'outdoor-rating', field: null };
		},
		at: [['workshop', 'weversbuurt', 'effects']],
		also: { D04: 'without harms nobody loses in either scenario' },
		nearMiss: (file) => file.remove('effects', 'rent-rise')
	},
	{
		rule: 'M05',
		inject: ({ measure }) => (measure('insulation').reach = 101),
		at: [['effect', 'energy-bill', 'amount']],
		nearMiss: ({ measure }) => (measure('insulation').reach = 102)
	},
	{
		rule: 'M06',
		inject: ({ indicator }) => (indicator('satisfaction').norm = null),
		at: [['indicator', 'satisfaction', 'norm']],
		nearMiss: ({ indicator }) => (indicator('vandalism').norm = null)
	},
	{
		rule: 'M07',
		inject: ({ effect }) => (effect('evictions').amount = { low: 1, likely: 3, high: 4 }),
		at: [['effect', 'evictions', 'amount']],
		nearMiss: ({ effect }) => (effect('evictions').amount = { low: 1, likely: 2.8, high: 4 })
	},
	{
		rule: 'M08',
		inject(file) {
			payOff(file);
			file.settings.haircuts = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9];
		},
		at: [['scenario', 'light', null, 'light']],
		nearMiss: payOff
	}
];

function addYear({ indicator }: Sound): void {
	indicator('nuisance').observations.unshift({ period: '2021', value: 3.6, source: null });
}

/** Makes the light scenario worth more than it costs. */
function payOff({ effect }: Sound): void {
	effect('evictions').unitValue = 400_000;
}
