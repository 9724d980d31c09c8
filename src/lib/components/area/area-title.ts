import { formatNumber } from '#lib/i18n/format.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { figureName } from './figure-names.ts';
import { weakestPart, type Profile } from './profile.ts';

type Speech = { readonly t: Translate; readonly current: LanguageCode };

/** Deviations closer to 0 than this read as average. */
const closeToAverage = 0.02;

/** The conclusion at the head of the page, made from the figures. */
export function areaTitle(profile: Profile, name: string, { t }: Speech): string {
	const { total } = profile.own;
	const where = Math.abs(total) < closeToAverage ? 'average' : total > 0 ? 'above' : 'below';
	const weakest = weakestPart(profile.own);
	if (!weakest) return t(`area.title.${where}`, { name });
	const part = figureName(t, { key: weakest.key, name: weakest.key }).toLowerCase();
	return t(`area.title.${where}.part`, { name, part });
}

/** The figures behind the conclusion, with edition and year. */
export function areaLead(profile: Profile, otherName: string, { t, current }: Speech): string {
	const write = (value: number) => formatNumber(current, Number(value.toPrecision(2)));
	const { own, other } = profile;
	const edition = own.version.replace('leefbaarometer-', '');
	const said = t('area.lead', { value: write(own.total), edition, period: own.period });
	return other
		? `${said} ${t('area.lead.other', { name: otherName, value: write(other.total) })}`
		: said;
}
