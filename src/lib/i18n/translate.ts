import { locales, type LanguageCode } from './languages.ts';
import { fillMessage, readMessage, type Message, type MessageValues } from './message.ts';
import type { Messages, TextKey } from './messages.ts';

/** What may be filled in at the named places of a message. */
export type TextValues = MessageValues;

/** Gives the text of a key in the language that was chosen. Charts and exporters receive it. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** What is needed to write in somebody's language: the texts, and the language for numbers. */
export type Tongue = { readonly t: Translate; readonly current: LanguageCode };

/** Makes the translator of one language; a message is read once, when it is first used. */
export function createTranslate(language: LanguageCode, messages: Messages): Translate {
	const known = new Map<TextKey, Message>();

	function read(key: TextKey): Message {
		const message = known.get(key) ?? readMessage(messages[key]);
		known.set(key, message);
		return message;
	}

	return (key, values) =>
		values ? fillMessage(read(key), values, locales[language]) : messages[key];
}
