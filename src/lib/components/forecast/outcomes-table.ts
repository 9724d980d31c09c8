import type { ChartTable } from '#lib/charts/chart.ts';
import { formatDate } from '#lib/i18n/format-date.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Followed } from './followed.ts';
import { rangeText } from './range-text.ts';

/** What was expected of a figure and what was measured, as a table that leaves the screen. */
export function outcomesTable({ indicator, outcomes }: Followed, tongue: Tongue): ChartTable {
	const { t, current } = tongue;
	const columns = ['monitor.moment', 'forecast.expected', 'monitor.measured', 'monitor.outcome'];
	return {
		caption: `${indicator.name} (${indicator.unit})`,
		columns: columns.map((key) => t(key as 'monitor.moment')),
		rows: outcomes.map(({ date, stated, measurement, state }) => [
			formatDate(current, date),
			rangeText(stated, tongue),
			measurement ? formatNumber(current, measurement.value) : t('monitor.not-measured'),
			t(`monitor.state.${state}`)
		]),
		numbers: outcomes.map(({ date, stated, measurement, state }) => [
			...[date, rangeText(stated, tongue)],
			...[measurement?.value ?? t('monitor.not-measured'), t(`monitor.state.${state}`)]
		])
	};
}
