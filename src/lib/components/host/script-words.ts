import type { Script } from '#lib/document/session/script.ts';
import { formatDate } from '#lib/i18n/format-date.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { totalLength } from './script-templates.ts';

type Tongue = { readonly t: Translate; readonly current: LanguageCode };

const millisecondsADay = 86_400_000;

/** Names a script with its whole length: `Halve dag, 210 minuten`. */
export function scriptName(script: Script, t: Translate): string {
	const length = totalLength(script);
	if (script.template === 'own') return t(`host.script.own.${script.unit}`, { length });
	return t(`host.script.${script.template}`, { length });
}

/** Says how long a step is; with its dates where the script was planned in days. */
export function stepLength(script: Script, index: number, { t, current }: Tongue): string {
	const { unit, startsOn, steps } = script;
	const length = steps[index]?.length ?? 0;
	if (unit === 'minutes' || startsOn === null) return t(`host.step.length.${unit}`, { length });
	const before = totalLength({ steps: steps.slice(0, index) });
	const day = (after: number) => formatDate(current, dayAfter(startsOn, after));
	return t('host.step.window', { from: day(before), to: day(before + length - 1) });
}

/** Gives the date a number of days after another: `2027-03-31` and 1 give `2027-04-01`. */
function dayAfter(date: string, days: number): string {
	const moment = new Date(Date.parse(`${date}T00:00:00Z`) + days * millisecondsADay);
	return moment.toISOString().slice(0, 10);
}
