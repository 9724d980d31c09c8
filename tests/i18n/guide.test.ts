import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages, type Language } from '#lib/domain/vocabulary.ts';
import { loadMessages } from '#lib/i18n/messages.ts';

/** What the guide prints bold: the words of a screen, one after the other along arrows. */
function boldIn(language: Language): string[] {
	const url = new URL(`../../docs/guide/${language}.md`, import.meta.url);
	const bold = readFileSync(url, 'utf8').matchAll(/\*\*([^*]+)\*\*/g);
	const aboutBold = { nl: 'vet', en: 'bold' };
	return [...bold]
		.flatMap(([, words = '']) => words.replace(/\s+/g, ' ').split(' → '))
		.map((words) => words.replace(/\.$/, ''))
		.filter((words) => words !== aboutBold[language]);
}

test.each(languages)(
	'the %s guide names buttons and screens as the screens do',
	async (language) => {
		const texts = Object.values(await loadMessages(language));
		const onScreen = new Set(texts.flatMap((text) => [text, text.replace(/: \{\w+\}$/, '')]));
		const named = boldIn(language);
		expect(named.length).toBeGreaterThan(40);
		expect(named.filter((words) => !onScreen.has(words))).toEqual([]);
	}
);

test('the guides name the same things in both languages', () => {
	expect(boldIn('nl')).toHaveLength(boldIn('en').length);
});
