import { isLanguage, defaultLanguage } from '#lib/i18n/languages.ts';
import type { Language } from '#lib/domain/vocabulary.ts';

const themes = ['auto', 'light', 'dark', 'contrast'];

/**
 * The language for a visitor: what they chose, else the first of theirs that there is, else Dutch.
 *
 * @param chosen the `language` cookie
 * @param accepted the `Accept-Language` header, such as `en-GB,en;q=0.9,nl;q=0.5`
 */
export function languageFor(chosen: string | undefined, accepted: string | null): Language {
	if (isLanguage(chosen)) return chosen;
	return byPreference(accepted ?? '').find(isLanguage) ?? defaultLanguage;
}

function byPreference(accepted: string): string[] {
	return accepted
		.split(',')
		.map((part) => {
			const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
			const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
			return { language: range.toLowerCase().replace(/-.*/, ''), weight: Number(weight ?? 1) };
		})
		.filter(({ weight }) => weight > 0)
		.sort((one, other) => other.weight - one.weight)
		.map(({ language }) => language);
}

/** The theme in a visitor's `theme` cookie; `auto` follows the device. */
export function themeFor(chosen: string | undefined): string {
	return themes.find((theme) => theme === chosen) ?? 'auto';
}
