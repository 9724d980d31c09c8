/** A number, or a list of words such as measure types. */
export type Threshold = number | readonly string[];

/** The named constants of one rule. */
export type Thresholds = { readonly [name: string]: Threshold };

/** A group's own value that cannot be used, and why. */
export type IgnoredThreshold = { readonly name: string; readonly reason: 'unknown' | 'wrong-type' };

type RuleWithThresholds = { readonly id: string; readonly thresholds: Thresholds };

/** The constants to judge with, per rule, and the overrides that were left out. */
export type ReadThresholds = {
	readonly ofRule: ReadonlyMap<string, Thresholds>;
	readonly ignored: readonly IgnoredThreshold[];
};

/**
 * Puts a group's own values in the place of defaults.
 * A name that no rule has, a text list for a number or a number for a text list is left out and reported.
 * @example readThresholds(rules, { 'D02.costShare': 0.3 })
 */
export function readThresholds(
	rules: readonly RuleWithThresholds[],
	overrides: Thresholds
): ReadThresholds {
	const ofRule = new Map(rules.map(({ id, thresholds }) => [id, thresholds]));
	const ignored: IgnoredThreshold[] = [];
	for (const [name, value] of Object.entries(overrides)) {
		const [id = '', key = ''] = name.split('.');
		const known = ofRule.get(id);
		const standard = known && Object.hasOwn(known, key) ? known[key] : undefined;
		if (standard === undefined) ignored.push({ name, reason: 'unknown' });
		else if (!sameType(standard, value)) ignored.push({ name, reason: 'wrong-type' });
		else ofRule.set(id, { ...known, [key]: value });
	}
	return { ofRule, ignored };
}

function sameType(standard: Threshold, value: Threshold): boolean {
	if (typeof standard === 'number') return typeof value === 'number' && Number.isFinite(value);
	return Array.isArray(value) && value.every((word) => typeof word === 'string');
}
