import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The layers of ARCHITECTURE.md; a folder may import from the folders named behind it and from itself. */
const layers = {
	domain: [],
	charts: ['domain', 'i18n'],
	importers: ['domain'],
	exporters: ['domain', 'i18n'],
	i18n: ['domain'],
	document: ['domain'],
	live: ['domain', 'document', 'i18n', 'importers'],
	server: ['domain', 'document', 'i18n', 'importers', 'exporters', 'launch'],
	components: ['domain', 'charts', 'exporters', 'importers', 'i18n', 'document', 'live'],
	routes: [
		...['domain', 'charts', 'importers', 'exporters', 'i18n', 'document'],
		...['live', 'server', 'components']
	],
	cli: ['domain', 'document', 'importers', 'server'],
	launch: []
};

const elements = Object.keys(layers).map((layer) => ({
	type: layer,
	pattern: ['routes', 'cli', 'launch'].includes(layer) ? `src/${layer}` : `src/lib/${layer}`
}));

const policies = Object.entries(layers).map(([layer, targets]) => ({
	from: { element: { type: layer } },
	allow: { to: { element: { types: { anyOf: [layer, ...targets] } } } }
}));

/** One library, one door: only the named folders may import the library. */
const doors = [
	{ library: 'mathjs', within: ['src/lib/domain/formula.ts'] },
	{ library: 'chart.js', within: ['src/lib/components/chart/**'] },
	{ library: 'yjs', within: ['src/lib/document/**', 'src/lib/server/rooms/**', 'src/lib/live/**'] },
	{ library: 'y-websocket', within: ['src/lib/live/**'] },
	{ library: 'y-indexeddb', within: ['src/lib/live/**'] },
	{ library: 'ws', within: ['src/lib/server/rooms/**'] },
	{ library: 'node:sqlite', within: ['src/lib/server/store/**'] },
	{
		library: 'pg',
		within: ['src/lib/server/store/**', 'src/lib/server/cluster/lease-database.ts']
	},
	{ library: '@redis/client', within: ['src/lib/server/cluster/redis-signals.ts'] },
	{ library: 'papaparse', within: ['src/lib/importers/csv/**'] },
	{ library: '@valibot/to-json-schema', within: ['src/lib/server/reading/**'] },
	{ library: 'docx', within: ['src/lib/exporters/docx/**'] },
	{ library: 'write-excel-file', within: ['src/lib/exporters/xlsx/**'] },
	{ library: 'd3-geo', within: ['src/lib/components/area/**'] },
	{ library: 'prom-client', within: ['src/lib/server/operations/**'] },
	{ library: 'uqr', within: ['src/lib/components/ui/**'] }
];

const closedDoor = ({ library, within }) => ({
	group: [library, `${library}/*`],
	message: `${library} has one door: ${within.join(', ')}. Import from there, or move this code there.`
});

/** Folders with keys of their own: everything is closed except what has its door there. */
const folders = [...new Set(doors.flatMap((door) => door.within))];

export default ts.config(
	{
		ignores: [
			...['build/', 'build-cli/', '.svelte-kit/', 'node_modules/', 'coverage/', 'data/'],
			...['test-results/', 'playwright-report/']
		]
	},
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } }
	},
	{
		rules: {
			'prefer-const': 'error',
			'func-style': ['error', 'declaration', { allowArrowFunctions: true }],
			'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
			'no-console': ['error', { allow: ['warn', 'error'] }],
			'svelte/no-at-html-tags': 'error',
			'svelte/no-navigation-without-resolve': 'off',
			// Contents are replaced whole through $state.raw; a reactive map would track every key.
			'svelte/prefer-svelte-reactivity': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			]
		}
	},
	{
		files: ['**/*.svelte'],
		rules: {
			'prefer-const': 'off',
			'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$bindable'] }]
		}
	},
	{ files: ['tests/**', '*.js', 'src/cli/**', 'src/launch/**'], rules: { 'no-console': 'off' } },
	{
		files: ['tests/**'],
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'off',
			'max-lines': ['error', { max: 400 }]
		}
	},
	{
		files: ['src/**'],
		plugins: { boundaries },
		settings: {
			'boundaries/elements': elements,
			'import/resolver': { typescript: { project: './tsconfig.json' } }
		},
		rules: {
			'boundaries/dependencies': [
				'error',
				{
					default: 'disallow',
					message:
						'{{from.element.type}} may not import {{to.element.type}}: see the layers in ARCHITECTURE.md. Move the shared part to a layer on the left, or pass it in.',
					policies
				}
			],
			'no-restricted-imports': ['error', { patterns: doors.map(closedDoor) }]
		}
	},
	...folders.map((folder) => ({
		files: [folder],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: doors.filter((door) => !door.within.includes(folder)).map(closedDoor) }
			]
		}
	})),
	{
		files: ['src/lib/domain/**'],
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							group: ['node:*', 'svelte', 'svelte/*', '$app/*', 'lib0', 'lib0/*'],
							message: 'domain/ is pure: no browser, Node or framework API.'
						}
					]
				}
			],
			'no-restricted-globals': [
				'error',
				...['Date', 'fetch', 'crypto', 'performance', 'window', 'document', 'process'].map(
					(name) => ({
						name,
						message: `domain/ is pure: pass what you need from ${name} as an argument.`
					})
				)
			],
			'no-restricted-properties': [
				'error',
				{
					object: 'Math',
					property: 'random',
					message: 'domain/ is pure: pass a seeded generator.'
				},
				...['exp', 'log', 'pow', 'sin', 'cos', 'tan', 'log2', 'log10', 'expm1', 'log1p'].map(
					(property) => ({
						object: 'Math',
						property,
						message: `Engines differ in the last bit of Math.${property}: use the functions in domain/valuation.`
					})
				)
			]
		}
	},
	{
		files: ['src/lib/components/**', 'src/routes/**/*.svelte'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						...doors.filter((door) => !door.within[0]?.includes('components')).map(closedDoor),
						{
							group: ['**/server/**', '#lib/server/*', '#lib/server/**'],
							message: 'Components run in the browser: reach the server through its API.'
						}
					]
				}
			]
		}
	}
);
