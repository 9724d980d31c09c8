import { expect, test } from 'vitest';
import { languageFor, themeFor } from '#lib/server/page-preferences.ts';

test.each([
	['en', null, 'en'],
	['nl', 'en', 'nl'],
	['fr', 'en', 'en'],
	[undefined, 'en-GB,en;q=0.9,nl;q=0.5', 'en'],
	[undefined, 'nl;q=0.5,en-US;q=0.9', 'en'],
	[undefined, 'fr-FR,fr;q=0.9,nl;q=0.2', 'nl'],
	[undefined, 'de', 'nl'],
	[undefined, 'en;q=0, nl', 'nl'],
	[undefined, ';;,=q', 'nl'],
	[undefined, null, 'nl']
])('who chose %s and accepts %s sees %s', (chosen, accepted, language) => {
	expect(languageFor(chosen, accepted)).toBe(language);
});

test.each([
	['dark', 'dark'],
	['contrast', 'contrast'],
	['<script>', 'auto'],
	[undefined, 'auto']
])('the theme cookie %s means %s', (cookie, theme) => {
	expect(themeFor(cookie)).toBe(theme);
});
