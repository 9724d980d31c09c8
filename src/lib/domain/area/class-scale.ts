/**
 * Classes 1 to 9 of the Leefbaarometer are on different scales that look the same: `absolute` is the class of
 * the score itself, `relative` how far the score is from the Dutch average, and `development` how much it
 * changed between two years. A class of one scale is never compared with one of another.
 */
export const classScales = ['absolute', 'relative', 'development'] as const;

export type ClassScale = (typeof classScales)[number];

/** The scale on which an indicator's classes are; undefined when it has no classes. */
export function classScaleOf(indicator: string): ClassScale | undefined {
	if (indicator === 'lbm.class-relative') return 'relative';
	if (indicator.startsWith('lbm.development-class')) return 'development';
	return /^lbm\.([a-z]+-)?class$/.test(indicator) ? 'absolute' : undefined;
}
