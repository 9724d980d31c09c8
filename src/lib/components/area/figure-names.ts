import { classScaleOf } from '#lib/domain/area/class-scale.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { TextKey } from '#lib/i18n/messages.ts';

/** Keys of the Leefbaarometer with a name of their own in the locale files. */
const named = [
	...[
		'score',
		'deviation',
		'housing',
		'environment',
		'amenities',
		'cohesion',
		'residents',
		'safety'
	],
	...['class', 'class-relative', 'housing-class', 'environment-class', 'amenities-class'],
	...['cohesion-class', 'safety-class']
];

/** Key figures of Statistics Netherlands whose short name says nothing to most people. */
const keyFigures = [
	...['a_inw', 'a_hh', 'a_1p_hh', 'a_hh_m_k', 'g_hhgro', 'bev_dich', 'a_woning', 'g_wozbag'],
	...['p_mgezw', 'p_leegsw', 'p_koopw', 'p_huurw', 'p_wcorpw', 'p_ov_hw', 'g_ink_pi', 'g_afs_hp'],
	...['g_afs_gs', 'ste_mvs']
];

type Named = { readonly key: string; readonly name: string };

/** What a figure is called on screen: a name of ours where the source has only a code. */
export function figureName(t: Translate, { key, name }: Named): string {
	const short = key.slice(4);
	if (key.startsWith('lbm.')) {
		if (named.includes(short)) return t(`figure.lbm.${short}` as TextKey);
		const since = /^development-class-(\d{4})$/.exec(short)?.[1];
		if (since) return t('figure.lbm.development-class', { year: since });
	}
	if (key.startsWith('cbs.') && keyFigures.includes(short))
		return t(`figure.cbs.${short}` as TextKey);
	return name;
}

/** Says on which of the scales that look the same a class is; undefined for what is no class. */
export function scaleNote(t: Translate, key: string): string | undefined {
	const scale = classScaleOf(key);
	return scale && t(`figure.scale.${scale}`);
}

/** The dataset and edition that stands beside every figure: `Leefbaarometer 3.0`. */
export function versionName(t: Translate, version: string): string {
	const edition = /^leefbaarometer-(.+)$/.exec(version)?.[1];
	if (edition) return t('figure.version.leefbaarometer', { edition });
	if (version === 'own') return t('figure.version.own');
	if (version === 'cbs-key-figures') return t('figure.version.cbs');
	if (version === 'statline') return t('figure.version.cbs-statline');
	if (version === 'cbs-open-data') return t('figure.version.cbs-open');
	return version;
}

/** A listed figure as it is called, counted and sourced on the shared board. */
export function asFollowed(t: Translate, figure: Named & { unit: string; version: string }) {
	const { key, unit, version } = figure;
	return { key, unit, version, name: figureName(t, figure), source: versionName(t, version) };
}
