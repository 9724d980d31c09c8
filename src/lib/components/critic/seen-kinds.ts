import type { TextKey } from '#lib/i18n/messages.ts';

/** What a value that a rule looked at is, and so how it is written. */
export type SeenKind =
	| 'number'
	| 'share'
	| 'euros'
	/** Months after 1 January of the first year: a month on the calendar. */
	| 'month'
	/** A length of time in months. */
	| 'months'
	| 'year'
	| 'date'
	| 'text'
	| 'level'
	| 'areaLevel'
	| 'dimension'
	| 'sector'
	| 'measureType'
	| 'record'
	| 'contribution'
	| 'overlap';

type SeenSpec = { readonly label: TextKey; readonly kind: SeenKind };

/** Every value that rules show, by its name; a rule that means something else by it comes first. */
const specs: Readonly<Record<string, SeenSpec>> = {
	'C06.value': { label: 'critic.seen.others-share', kind: 'share' },
	'C16.effects': { label: 'critic.seen.effects', kind: 'record' },
	'G03.others': { label: 'critic.seen.others-lead', kind: 'record' },
	'G05.value': { label: 'critic.seen.now', kind: 'text' },
	'K01.norm': { label: 'critic.seen.norm-per-home', kind: 'euros' },
	after: { label: 'critic.seen.after', kind: 'record' },
	ageMonths: { label: 'critic.seen.age', kind: 'months' },
	amount: { label: 'critic.seen.amount', kind: 'number' },
	areaLevel: { label: 'critic.seen.area-level', kind: 'areaLevel' },
	atTable: { label: 'critic.seen.at-table', kind: 'number' },
	because: { label: 'critic.seen.because', kind: 'overlap' },
	benefitShare: { label: 'critic.seen.benefit-share', kind: 'share' },
	best: { label: 'critic.seen.best-shared', kind: 'number' },
	blindMedian: { label: 'critic.seen.blind-median', kind: 'number' },
	cell: { label: 'critic.seen.cell', kind: 'number' },
	challenge: { label: 'critic.seen.challenge', kind: 'record' },
	claimed: { label: 'critic.seen.claimed', kind: 'number' },
	correctedNet: { label: 'critic.seen.corrected-net', kind: 'euros' },
	costShare: { label: 'critic.seen.cost-share', kind: 'share' },
	date: { label: 'critic.seen.date', kind: 'date' },
	dimension: { label: 'critic.seen.dimension', kind: 'dimension' },
	dimensions: { label: 'critic.seen.dimension', kind: 'dimension' },
	earliest: { label: 'critic.seen.earliest', kind: 'month' },
	effectEnds: { label: 'critic.seen.effect-ends', kind: 'month' },
	effects: { label: 'critic.seen.effects', kind: 'record' },
	effortEnds: { label: 'critic.seen.effort-ends', kind: 'month' },
	final: { label: 'critic.seen.final', kind: 'number' },
	first: { label: 'critic.seen.first', kind: 'number' },
	gap: { label: 'critic.seen.gap', kind: 'months' },
	indicators: { label: 'critic.seen.indicators', kind: 'record' },
	initiator: { label: 'critic.seen.initiator', kind: 'number' },
	iqr: { label: 'critic.seen.spread', kind: 'number' },
	lastYear: { label: 'critic.seen.last-year', kind: 'year' },
	later: { label: 'critic.seen.later', kind: 'record' },
	latest: { label: 'critic.seen.latest', kind: 'number' },
	level: { label: 'critic.seen.level', kind: 'level' },
	limit: { label: 'critic.seen.limit', kind: 'number' },
	measures: { label: 'critic.seen.measures', kind: 'record' },
	median: { label: 'critic.seen.median', kind: 'number' },
	min: { label: 'critic.seen.min-cell', kind: 'number' },
	needed: { label: 'critic.seen.needed', kind: 'months' },
	net: { label: 'critic.seen.net', kind: 'euros' },
	norm: { label: 'critic.seen.norm', kind: 'number' },
	observed: { label: 'critic.seen.observed', kind: 'number' },
	party: { label: 'critic.seen.party', kind: 'record' },
	perDwelling: { label: 'critic.seen.per-home', kind: 'euros' },
	physical: { label: 'critic.seen.physical', kind: 'number' },
	promised: { label: 'critic.seen.promised', kind: 'months' },
	sector: { label: 'critic.seen.sector', kind: 'sector' },
	share: { label: 'critic.seen.share', kind: 'share' },
	social: { label: 'critic.seen.social', kind: 'number' },
	start: { label: 'critic.seen.start', kind: 'month' },
	threshold: { label: 'critic.seen.threshold', kind: 'share' },
	type: { label: 'critic.seen.type', kind: 'measureType' },
	unconfirmed: { label: 'critic.seen.unconfirmed', kind: 'contribution' },
	until: { label: 'critic.seen.until', kind: 'year' },
	width: { label: 'critic.seen.width', kind: 'share' },
	with: { label: 'critic.seen.with', kind: 'record' },
	workshopLevel: { label: 'critic.seen.workshop-level', kind: 'areaLevel' }
};

/** Tells what a value of a rule is; undefined for a name that no screen knows. */
export function seenSpec(rule: string, name: string): SeenSpec | undefined {
	return specs[`${rule}.${name}`] ?? specs[name];
}
