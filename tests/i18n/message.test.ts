import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languages } from '#lib/domain/vocabulary.ts';
import { locales } from '#lib/i18n/languages.ts';
import { fillMessage, readMessage } from '#lib/i18n/message.ts';
import { loadMessages } from '#lib/i18n/messages.ts';

function fill(text: string, values: Record<string, string | number> = {}): string {
	return fillMessage(readMessage(text), values, 'nl-NL');
}

describe('a message', () => {
	it('takes values at its places', () => {
		expect(fill('{name} gaf { value }.', { name: 'Samira', value: 3 })).toBe('Samira gaf 3.');
	});

	it('chooses by number: the very number first, then the form of the language', () => {
		const text = '{count, plural, =0 {niemand} one {# mens} other {# mensen}} hier';
		const said = [0, 1, 2, 1234].map((count) => fill(text, { count }));
		expect(said).toEqual(['niemand hier', '1 mens hier', '2 mensen hier', '1.234 mensen hier']);
	});

	it('chooses by word, and one choice may stand in another', () => {
		const text = '{who, select, all {{count, plural, one {# x} other {# y}}} other {geen #}}';
		expect(fill(text, { who: 'all', count: 2 })).toBe('2 y');
		expect(fill(text, { who: 'nobody', count: 2 })).toBe('geen #');
	});

	it('keeps what stands between apostrophes, and an apostrophe that is only one', () => {
		expect(fill("foto''s '{name}' auto's", {})).toBe("foto's {name} auto's");
	});

	it('refuses a message that is written wrong, and a value that is missing', () => {
		for (const text of [
			'{',
			'a}',
			'{a, number, percent}',
			'{a, plural, one {x}}',
			'{a, select, b {x'
		]) {
			expect(() => readMessage(text), text).toThrow(SyntaxError);
		}
		expect(() => fill('{name}')).toThrow(TypeError);
	});

	it.each(languages)(
		'says the same as the full ICU formatter for every text in %s',
		async (language) => {
			const locale = locales[language];
			for (const [key, text] of Object.entries({ ...(await loadMessages(language)) })) {
				const names = [...text.matchAll(/\{\s*([A-Za-z][\w-]*)\s*[,}]/g)].map(
					([, name]) => name ?? ''
				);
				for (const value of [0, 1, 2, 5, 1234, 'other', 'all']) {
					const values = Object.fromEntries(names.map((name) => [name, value]));
					const icu = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
					const said = fillMessage(readMessage(text), values, locale);
					expect(said, key).toBe(String(icu.format(values)));
				}
			}
		}
	);
});
