import { IntlMessageFormat } from 'intl-messageformat';
import { locales, type LanguageCode } from './languages.ts';
import type { Messages, TextKey } from './messages.ts';

/** What may be filled in at the named places of a message. */
export type TextValues = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the language that was chosen. Charts and exporters receive it. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** What is needed to write in somebody's language: the texts, and the language for numbers. */
export type Tongue = { readonly t: Translate; readonly current: LanguageCode };

/** Makes the translator of one language; a message is parsed once, when it is first used. */
export function createTranslate(language: LanguageCode, messages: Messages): Translate {
	const parsed = new Map<TextKey, IntlMessageFormat>();

	function parse(key: TextKey): IntlMessageFormat {
		const known = parsed.get(key);
		if (known) return known;
		const message = new IntlMessageFormat(messages[key], locales[language], undefined, {
			ignoreTag: true
		});
		parsed.set(key, message);
		return message;
	}

	return (key, values) => (values ? String(parse(key).format(values)) : messages[key]);
}
