import type nl from './locales/nl.json';
import type { LanguageCode } from './languages.ts';

/** A text of the screens, by its place in `locales/nl.json`. */
export type TextKey = keyof typeof nl;

/** All texts of one language, as ICU messages. */
export type Messages = Readonly<Record<TextKey, string>>;

const loaders: Readonly<Record<LanguageCode, () => Promise<{ default: Messages }>>> = {
	nl: () => import('./locales/nl.json'),
	en: () => import('./locales/en.json')
};

/** Fetches the texts of one language, so that nobody downloads the other. */
export async function loadMessages(language: LanguageCode): Promise<Messages> {
	return (await loaders[language]()).default;
}
