import type { TextKey } from '#lib/i18n/messages.ts';

const words: Readonly<Record<string, TextKey>> = {
	'not-now': 'phone.refused.late',
	'wrong-phase': 'phone.refused.phase'
};

/** Says why the server did not take an answer. */
export function refusedWords(code: string): TextKey {
	return words[code] ?? 'phone.refused';
}
