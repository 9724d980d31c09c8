import type { Tongue } from '#lib/components/arena/number-text.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import { formatChance, formatEurosRange, formatEurosShort } from '#lib/i18n/format.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Matrix, MatrixGroup } from './matrix.ts';

/** Smaller than this is nothing: half a cent. */
const halfCent = 0.005;

/**
 * Tells on which side of zero a group ends. It is unsure when its parties together could be on either
 * side if all of them have bad luck, or all good luck, which is further apart than the group's own range.
 */
function sideOf({ rows, sums }: MatrixGroup): 'gain' | 'lose' | 'even' | 'unsure' | 'unknown' {
	const { mean } = sums.net;
	if (mean === undefined) return 'unknown';
	const results = rows.flatMap(({ net }) => net.euros ?? []);
	const worst = results.reduce((sum, { p5 }) => sum + p5, 0);
	const best = results.reduce((sum, { p95 }) => sum + p95, 0);
	if (worst < -halfCent && best > halfCent) return 'unsure';
	if (Math.abs(mean) < halfCent) return 'even';
	return mean > 0 ? 'gain' : 'lose';
}

/** Says in one sentence per group who pays and who gains; it changes when the numbers do. */
export function matrixTitle({ groups, hasEuros, value }: Matrix, { t }: Tongue): string {
	if (value.id === doNothingId) return t('matrix.title.do-nothing');
	if (!hasEuros) return t('matrix.title.nothing');
	return groups.map((group) => t(`matrix.title.${group.kind}`, { side: sideOf(group) })).join(' ');
}

/** Says the net with its range, price year, horizon and what is left out, as the title has no numbers. */
export function matrixLead(
	{ hasEuros, value, leftOut: { length: leftOut } }: Matrix,
	{ horizonYears, priceYear }: Pick<Settings, 'horizonYears' | 'priceYear'>,
	{ t, current }: Tongue
): string {
	if (!hasEuros) return t('matrix.lead.nothing', { leftOut });
	const { mean, p5, p95 } = value.net;
	return t('matrix.lead', {
		years: horizonYears,
		price: String(priceYear),
		net: formatEurosShort(current, mean),
		range: formatEurosRange(current, p5, p95),
		chance: formatChance(current, value.chanceNetPositive),
		leftOut
	});
}

/** Says what agreements between purses can set right, and what they can't. */
export function wrongPocketTitle({ value, hasEuros }: Matrix, { t, current }: Tongue): string {
	const { transfers, shortfall } = value.wrongPocket;
	const lacks = shortfall >= halfCent;
	const key: TextKey = lacks ? 'matrix.pocket.lacks' : 'matrix.pocket.even';
	if (!hasEuros) return t('matrix.pocket.nothing');
	return t(key, { count: transfers.length, shortfall: formatEurosShort(current, shortfall) });
}
