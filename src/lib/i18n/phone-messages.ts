import type { LanguageCode } from './languages.ts';
import type { Messages } from './messages.ts';

/** The build leaves in these files only the keys in `phone-texts.ts`. */
const loaders: Readonly<Record<LanguageCode, () => Promise<{ default: object }>>> = {
	nl: () => import('./locales/nl.json?phone'),
	en: () => import('./locales/en.json?phone')
};

/** Fetches the texts that a phone needs. Other keys have no text: a test holds the phone to its own. */
export async function loadPhoneMessages(language: LanguageCode): Promise<Messages> {
	return (await loaders[language]()).default as Messages;
}
