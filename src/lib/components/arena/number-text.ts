import { isLognormal, isRange, type Quantity } from '#lib/domain/quantity.ts';
import { formatNumber, formatPercent } from '#lib/i18n/format.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import type { Tongue } from '#lib/i18n/translate.ts';

export type { Tongue } from '#lib/i18n/translate.ts';

/** One number as a card shows it: the number itself, and the range it was estimated in. */
export type NumberText = { readonly text: string; readonly range?: string };

const space = '\u00a0';
const dash = '\u2013';
const million = 1e6;

type Scale = { readonly divide: number; readonly before: string; readonly after: string };

function plain(): Scale {
	return { divide: 1, before: '', after: '' };
}

function euroScale(largest: number, { t }: Tongue): Scale {
	const large = Math.abs(largest) >= million;
	return {
		divide: large ? million : 1,
		before: `€${space}`,
		after: large ? space + t('card.million') : ''
	};
}

function write(
	quantity: Exclude<Quantity, null>,
	scale: Scale,
	language: LanguageCode
): NumberText {
	const digits = (value: number) => formatNumber(language, value / scale.divide);
	const whole = (value: string) => scale.before + value + scale.after;
	if (isLognormal(quantity)) {
		return { text: whole(`${digits(quantity.low)}${dash}${digits(quantity.high)}`) };
	}
	if (!isRange(quantity)) return { text: whole(digits(quantity)) };
	return {
		text: whole(digits(quantity.likely)),
		range: `${digits(quantity.low)}${dash}${digits(quantity.high)}${scale.after}`
	};
}

function largestOf(quantity: Exclude<Quantity, null>): number {
	return typeof quantity === 'number' ? quantity : quantity.high;
}

/** Writes an amount as it was entered: `6 opnames per jaar` with the range `2–9`. */
export function amountText(
	quantity: Exclude<Quantity, null>,
	unit: string,
	tongue: Tongue
): NumberText {
	const { text, range } = write(quantity, plain(), tongue.current);
	return { text: unit ? `${text} ${unit}` : text, range };
}

/** Writes euros as they were entered: `€ 7,1 mln` with the range `6,2–9 mln`. */
export function moneyText(quantity: Exclude<Quantity, null>, tongue: Tongue): NumberText {
	return write(quantity, euroScale(largestOf(quantity), tongue), tongue.current);
}

/** Writes a share as it was entered: `80%`, `10%–30%`; an unknown share in words. */
export function shareText(share: Quantity, { t, current }: Tongue): string {
	if (share === null) return t('card.share.unknown');
	if (typeof share === 'number') return formatPercent(current, share);
	const ends = `${formatPercent(current, share.low)}${dash}${formatPercent(current, share.high)}`;
	return isRange(share) ? `${formatPercent(current, share.likely)} (${ends})` : ends;
}
