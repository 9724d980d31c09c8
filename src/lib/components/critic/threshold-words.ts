import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { ThresholdUnit } from '#lib/domain/critic/threshold-texts.ts';
import type { Threshold } from '#lib/domain/critic/thresholds.ts';
import { libraryIndicators } from '#lib/domain/library/indicators.ts';
import { formatDuration, formatNumber, formatPercent } from '#lib/i18n/format.ts';
import type { TextKey } from '#lib/i18n/messages.ts';

/** Writes the value of a threshold as people say it: `25%`, `3 maanden`, `Zorg, Welzijn`. */
export function thresholdWords(value: Threshold, unit: ThresholdUnit, tongue: Tongue): string {
	const { current, t } = tongue;
	if (typeof value !== 'number')
		return value.map((word) => wordOf(word, unit, tongue)).join(', ') || t('critic.seen.none');
	if (unit === 'share') return formatPercent(current, value);
	if (unit === 'months') return formatDuration(current, value);
	return formatNumber(current, value);
}

/** Writes one word of a list: the name of a sector, a type of measure or a figure, or the word itself. */
export function wordOf(word: string, unit: ThresholdUnit, { t, current }: Tongue): string {
	// Sectors and types come from the domain, and each of them has its words there.
	if (unit === 'sectors') return t(`card.sector.${word}` as TextKey);
	if (unit === 'types') return t(`card.measure.type.${word}` as TextKey);
	if (unit !== 'indicators') return word;
	return libraryIndicators.find(({ id }) => id === word)?.name[current] ?? word;
}
