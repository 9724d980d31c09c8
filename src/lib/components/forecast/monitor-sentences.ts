import type { Tongue } from '#lib/components/arena/number-text.ts';
import { enoughExpectations, type Calibration } from '#lib/domain/forecast/calibration.ts';
import type { Measurement } from '#lib/domain/forecast/measurement.ts';
import { formatPeriod } from '#lib/i18n/format-date.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Followed, Outcome } from './followed.ts';
import { partText } from './record-text.ts';

/** Says in one sentence what came of a forecast: nothing measured yet, or how much was inside. */
export function monitorTitle(followed: readonly Followed[], { t }: Tongue): string {
	const outcomes = followed.flatMap((figure) => figure.outcomes);
	const measured = outcomes.filter(({ measurement }) => measurement !== undefined);
	if (outcomes.length === 0) return t('monitor.title.nothing');
	if (measured.length === 0) return t('monitor.title.none', { all: outcomes.length });
	const inside = measured.filter(({ state }) => state === 'inside').length;
	if (inside === measured.length) return t('monitor.title.all', { measured: measured.length });
	if (inside === 0) return t('monitor.title.outside', { measured: measured.length });
	return t('monitor.title.some', { inside, measured: measured.length });
}

/** Says in one sentence what came of one figure, as its measurements stand after each other. */
export function figureSentence({ indicator, outcomes }: Followed, { t }: Tongue): string {
	const measured = outcomes.filter(({ measurement }) => measurement !== undefined);
	const last = measured.at(-1);
	if (!last) return t('monitor.figure.none', { name: indicator.name });
	return t(`monitor.figure.${wordOf(last)}`, { name: indicator.name });
}

function wordOf({ state }: Outcome): 'inside' | 'below' | 'above' {
	return state === 'below' || state === 'above' ? state : 'inside';
}

/** Says what was measured at moments for which nothing was expected. */
export function betweenSentence(
	measurements: readonly Measurement[],
	{ t, current }: Tongue
): string {
	const all = measurements.map(
		({ period, value }) => `${formatPeriod(current, period)}: ${formatNumber(current, value)}`
	);
	return t('monitor.between', { all: all.join('; ') });
}

/** Says what the organisation's own record teaches, or that there are too few outcomes to tell. */
export function recordSentence(
	{ n, realisation, coverage, statedConfidence }: Calibration,
	language: Tongue
): string {
	const { t } = language;
	if (n < enoughExpectations || !realisation || coverage === null || statedConfidence === null) {
		return t('monitor.record.few', { n, enough: enoughExpectations });
	}
	return t('monitor.record', {
		n,
		part: partText(realisation.ratio, language),
		low: partText(realisation.low, language),
		high: partText(realisation.high, language),
		inside: partText(coverage, language),
		stated: partText(statedConfidence, language)
	});
}
