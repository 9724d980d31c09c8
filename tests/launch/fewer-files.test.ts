import { expect, test } from 'vitest';
import { fileOf, type Modules } from '../../src/launch/fewer-files.ts';

const layout = '/src/routes/w/[id]/+layout.svelte';
const phone = '/src/routes/w/[id]/phone/+page@.svelte';
const join = '/src/routes/join/+page.svelte';
const pages = Array.from({ length: 9 }, (_, index) => `/src/routes/w/[id]/${index}/+page.svelte`);

/** Modules as the builder knows them, by who imports each. */
function importedBy(importers: Record<string, readonly string[]>): Modules {
	return { getModuleInfo: (id) => ({ importers: importers[id] ?? [] }) };
}

test.each([
	['every page', ['/src/routes/+layout.svelte'], 'site'],
	['the frame of a workshop alone', [layout], 'workshop'],
	['the frame of a workshop and a phone', [layout, phone], 'common'],
	['the frame of a workshop and one light page', [layout, join], 'shared'],
	['the critic alone', ['/src/lib/domain/critic/rules/index.ts'], 'critic'],
	['something that is fetched later', ['/src/lib/components/Later.svelte'], null],
	['many pages of a workshop', pages, 'pages'],
	['a few pages of a workshop', pages.slice(0, 3), null],
	['many pages of a workshop and a light page', [...pages, join], 'wide'],
	['a few pages of a workshop and a light page', [...pages.slice(0, 3), join], null],
	['a page of a workshop and a phone', [pages[0] ?? '', phone], null],
	['many pages and the one for errors', [...pages, '/src/routes/+error.svelte'], null]
])('what %s needs has its place, however far down it is imported', (_, importers, file) => {
	const modules = importedBy({ '/below.ts': ['/between.ts'], '/between.ts': importers });
	expect(fileOf('/below.ts', modules)).toBe(file);
	expect(fileOf('/between.ts', modules)).toBe(file);
});

test('modules that import each other are looked at once', () => {
	const modules = importedBy({ '/a.ts': ['/b.ts'], '/b.ts': ['/a.ts', layout] });
	expect(fileOf('/a.ts', modules)).toBe('workshop');
});
