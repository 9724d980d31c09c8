import type { Tongue } from '#lib/components/arena/number-text.ts';
import {
	enoughExpectations,
	type Calibration,
	type CalibrationFigures
} from '#lib/domain/forecast/calibration.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { kindName, partText } from './record-text.ts';

/**
 * Gives the organisation's record as rows of text: all together, then per type of measure, theme and
 * evidence level, each with how many outcomes, how many inside their interval against how many were
 * said to be, the part that came and the interval score. Below ten outcomes a row says only that.
 */
export function recordRows(record: Calibration, language: Tongue): string[][] {
	return [
		[language.t('monitor.record.all'), ...figuresText(record, language)],
		...record.groups.map((group) => [
			kindName(group, language) ?? String(group.value),
			...figuresText(group, language)
		])
	];
}

function figuresText(figures: CalibrationFigures, language: Tongue): string[] {
	const { t, current } = language;
	const { n, coverage, statedConfidence, meanIntervalScore, realisation } = figures;
	const count = formatNumber(current, n);
	const few = t('monitor.record.too-few');
	if (n < enoughExpectations || coverage === null || statedConfidence === null) {
		return [count, few, few, few];
	}
	const [inside, stated] = [partText(coverage, language), partText(statedConfidence, language)];
	return [
		count,
		t('monitor.record.coverage.value', { inside, stated }),
		realisation === null ? few : cameText(realisation, language),
		meanIntervalScore === null
			? few
			: formatNumber(current, Number(meanIntervalScore.toPrecision(3)))
	];
}

function cameText(
	{ ratio, low, high }: NonNullable<CalibrationFigures['realisation']>,
	language: Tongue
): string {
	return language.t('monitor.record.came.value', {
		part: partText(ratio, language),
		low: partText(low, language),
		high: partText(high, language)
	});
}
