import type { LanguageCode } from '#lib/i18n/languages.ts';

/** Each language by its own name, so that whoever needs it can read it. */
export const languageNames: Readonly<Record<LanguageCode, string>> = {
	nl: 'Nederlands',
	en: 'English'
};

/** Gives the language to switch to. */
export function otherLanguage(language: LanguageCode): LanguageCode {
	return language === 'nl' ? 'en' : 'nl';
}
