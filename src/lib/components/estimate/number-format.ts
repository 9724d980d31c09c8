import { formatEurosShort } from '#lib/i18n/format.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { shownIn, type NumberUnit } from '../ui/number-unit.ts';

/** Writes a value of one number: in two digits that say something, or in as many as are asked. */
export type NumberFormat = (value: number, digits?: number) => string;

/** Makes the way in which values of one number are written: `€ 1,2 mln`, `13%`, `1.200`. */
export function numberFormat(unit: NumberUnit, language: LanguageCode): NumberFormat {
	return (value, digits = 2) => {
		if (unit === 'euros' && digits <= 2) return formatEurosShort(language, value);
		return shownIn(unit, Number(value.toPrecision(digits)), language);
	};
}
