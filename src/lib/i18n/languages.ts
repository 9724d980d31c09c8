import { languages, type Language } from '#lib/domain/vocabulary.ts';

export type LanguageCode = Language;

export const defaultLanguage: LanguageCode = 'nl';

/** The locale with which `Intl` writes numbers and dates in a language. */
export const locales: Readonly<Record<LanguageCode, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** Tells whether a value from a cookie, a file or a request names a language of the screens. */
export function isLanguage(value: unknown): value is LanguageCode {
	return languages.some((language) => language === value);
}
