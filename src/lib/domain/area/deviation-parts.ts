import type { AreaObservation } from './area-observation.ts';

/** The dimensions that add up to the deviation, per version: 2.0 has residents where 3.0 has cohesion. */
export const deviationKeys: Readonly<Record<string, readonly string[]>> = {
	'leefbaarometer-3.0': [
		'lbm.housing',
		'lbm.environment',
		'lbm.amenities',
		'lbm.cohesion',
		'lbm.safety'
	],
	'leefbaarometer-2.0': [
		'lbm.housing',
		'lbm.environment',
		'lbm.amenities',
		'lbm.residents',
		'lbm.safety'
	]
};

/** How an area deviates from the Dutch average, as the sum of its dimensions. */
export type DeviationParts = {
	readonly area: string;
	readonly period: string;
	readonly version: string;
	readonly parts: readonly { readonly key: string; readonly value: number }[];
	/** The published deviation. */
	readonly total: number;
	/** What the parts don't explain, by rounding in the source; shown when it is more than that. */
	readonly rest: number;
};

/** Sources round to three decimals, six numbers together. */
const roundingOfSource = 0.005;

/**
 * Splits the deviation of an area into its dimensions. They stack to the deviation, so they are only given
 * when all of one version and period are known.
 *
 * @returns undefined when one is missing: a stack with a hole would say something else
 */
export function deviationParts(
	observations: readonly AreaObservation[],
	{ area, period, version }: Pick<AreaObservation, 'area' | 'period' | 'version'>
): DeviationParts | undefined {
	const known = new Map(
		observations
			.filter((one) => one.area === area && one.period === period && one.version === version)
			.map(({ indicator, value }) => [indicator, value])
	);
	const total = known.get('lbm.deviation');
	const parts = (deviationKeys[version] ?? []).map((key) => ({ key, value: known.get(key) }));
	const complete = parts.filter(
		(part): part is { key: string; value: number } => typeof part.value === 'number'
	);
	if (typeof total !== 'number' || complete.length === 0 || complete.length < parts.length) {
		return undefined;
	}
	const rest = total - complete.reduce((sum, { value }) => sum + value, 0);
	const whole = Math.abs(rest) <= roundingOfSource;
	return { area, period, version, parts: complete, total, rest: whole ? 0 : rest };
}
