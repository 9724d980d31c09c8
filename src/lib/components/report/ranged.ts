import type { Cell } from '#lib/components/results/matrix.ts';
import { formatEurosShort, formatEurosSigned } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';

type Range = { readonly mean: number; readonly p5: number; readonly p95: number };

/** A result that can be above or below zero is written with its sign. */
type Way = { readonly signed?: boolean };

/** Writes a mean with the amounts between which 9 out of 10 outcomes lie; one amount when those are equal. */
export function ranged(
	{ mean, p5, p95 }: Range,
	{ t, current }: Tongue,
	{ signed = false }: Way = {}
): string {
	const write = (euros: number) => (signed ? formatEurosSigned : formatEurosShort)(current, euros);
	const [low, high] = [write(p5), write(p95)];
	return low === high ? write(mean) : t('report.range', { mean: write(mean), low, high });
}

/**
 * Writes a place in a table of results: euros with their range where that is known, and how many things
 * beside them are not in euros.
 */
export function cellText(
	{ mean, euros, besides }: Cell,
	tongue: Tongue,
	{ signed = false }: Way = {}
): string {
	const { t, current } = tongue;
	const beside = besides > 0 ? t('matrix.cell.besides', { count: besides }) : '';
	if (mean === undefined) return beside || t('matrix.cell.nothing');
	const bare = signed ? formatEurosSigned(current, mean) : formatEurosShort(current, mean);
	const amount = euros ? ranged(euros, tongue, { signed }) : bare;
	return beside ? `${amount} + ${beside}` : amount;
}
