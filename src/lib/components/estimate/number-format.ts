import { formatEurosShort } from '#lib/i18n/format.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { shownIn, type NumberUnit } from '../ui/number-unit.ts';

/** Makes the way in which values of one number are written: `€ 1,2 mln`, `12,5%`, `1.234`. */
export function numberFormat(unit: NumberUnit, language: LanguageCode): (value: number) => string {
	return (value) =>
		unit === 'euros' ? formatEurosShort(language, value) : shownIn(unit, value, language);
}
