import { formatMoment } from '#lib/i18n/format-date.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { KeptVersion } from './versions.svelte.ts';

/** When a version was kept. */
export function versionMoment({ at }: KeptVersion, { current }: Tongue): string {
	return formatMoment(current, Date.parse(at));
}

const byWhom = ['named', 'phase-change', 'before-import', 'before-restore', 'before-undo'] as const;

/** Why a version was kept, in words, and by whose doing. */
export function versionReason({ label, by }: KeptVersion, { t }: Tongue): string {
	const who = by ? (by.name ?? t(`live.person.${by.role}`)) : t('settings.versions.somebody');
	const known = byWhom.find((one) => one === label);
	if (known) return t(`settings.versions.${known}`, { who });
	return label === 'automatic' ? t('settings.versions.automatic') : t('settings.versions.other');
}
