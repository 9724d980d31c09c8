import type { Injection } from './injection.ts';

export const evidence: readonly Injection[] = [
	{
		rule: 'E01',
		inject: ({ effect }) => (effect('evictions').evidence.level = null),
		at: [['effect', 'evictions', 'evidence.level']],
		nearMiss: ({ effect }) => (effect('evictions').evidence.level = 1)
	},
	{
		rule: 'E02',
		inject: ({ effect }) => (effect('evictions').evidence.references = []),
		at: [['effect', 'evictions', 'evidence.references']],
		nearMiss: ({ effect }) => (effect('at-home').evidence.references = [])
	},
	{
		rule: 'E03',
		inject({ effect }) {
			effect('fewer-reports').evidence.level = 1;
			effect('less-vandalism').evidence.level = 1;
		},
		at: [['measure', 'caretaker', 'scale']],
		nearMiss: ({ effect }) => (effect('fewer-reports').evidence.level = 1)
	},
	{
		rule: 'E04',
		inject({ cause }) {
			cause('dark-paths').source = 'statistics';
			cause('late-help').source = 'study';
		},
		at: [['workshop', 'weversbuurt', 'causes']],
		nearMiss: ({ cause }) => (cause('dark-paths').source = 'statistics')
	},
	{
		rule: 'E05',
		inject: ({ cause }) => (cause('cold-homes').source = 'professional'),
		at: [['workshop', 'weversbuurt', 'causes']],
		nearMiss: ({ cause }) => (cause('cold-homes').source = 'study')
	},
	{
		rule: 'E06',
		inject: ({ cause }) => (cause('dark-paths').areaLevel = 'district'),
		at: [['cause', 'dark-paths', 'areaLevel']],
		nearMiss: ({ cause }) => (cause('cold-homes').areaLevel = 'district')
	},
	{
		rule: 'E07',
		inject({ effect }) {
			Object.assign(effect('evictions').evidence, { scope: 'national', localCheck: false });
		},
		at: [['effect', 'evictions', 'evidence.localCheck']],
		nearMiss: ({ effect }) => (effect('evictions').evidence.scope = 'national')
	}
];
