import { getContext, setContext } from 'svelte';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { loadMessages, type Messages, type TextKey } from '#lib/i18n/messages.ts';
import { createTranslate, type TextValues, type Translate } from '#lib/i18n/translate.ts';

/** Where the language stands in the context of components; tests put one there themselves. */
export const languageContextKey = Symbol.for('tegenwicht.language');
const oneYear = 60 * 60 * 24 * 365;

/** The language of the screens, for one visitor: `current`, the texts, and the verb to change it. */
export class Language {
	#current = $state() as LanguageCode;
	#translate = $state.raw() as Translate;

	constructor(language: LanguageCode, messages: Messages) {
		this.#current = language;
		this.#translate = createTranslate(language, messages);
	}

	get current(): LanguageCode {
		return this.#current;
	}

	/** Gives a text; may be taken apart from its object: `const { t } = useLanguage()`. */
	readonly t = (key: TextKey, values?: TextValues): string => this.#translate(key, values);

	/** Shows everything in another language and remembers that for a year; nothing is reloaded. */
	async choose(language: LanguageCode): Promise<void> {
		const messages = await loadMessages(language);
		this.#current = language;
		this.#translate = createTranslate(language, messages);
		document.documentElement.lang = language;
		document.cookie = `language=${language}; path=/; max-age=${oneYear}; samesite=lax`;
	}
}

/** Makes the language known to all components below; called once, in the root layout. */
export function provideLanguage(language: LanguageCode, messages: Messages): Language {
	return setContext(languageContextKey, new Language(language, messages));
}

/** Gives the visitor's language; call it while a component is being made. */
export function useLanguage(): Language {
	return getContext<Language>(languageContextKey);
}
