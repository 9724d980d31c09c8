/** The themes of liveability; every effect, indicator and cause belongs to one. */
export const dimensions = [
	'housing',
	'residents',
	'amenities',
	'safety',
	'environment',
	'overall',
	'other'
] as const;

export type Dimension = (typeof dimensions)[number];

/** Sizes of an area, from fine to coarse. */
export const areaLevels = ['block', 'neighbourhood', 'district', 'municipality'] as const;

export type AreaLevel = (typeof areaLevels)[number];

/** How far the group itself can change something. */
export const influences = ['own', 'shared', 'influence', 'outside'] as const;

export type Influence = (typeof influences)[number];

/** The languages of screens and workshops. */
export const languages = ['nl', 'en'] as const;

export type Language = (typeof languages)[number];
