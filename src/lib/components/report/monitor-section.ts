import { rangeText } from '#lib/components/forecast/range-text.ts';
import { lastValue } from '#lib/domain/area/focus.ts';
import { heldTo } from '#lib/domain/forecast/held-to.ts';
import type { SealedExpectation } from '#lib/domain/forecast/forecast.ts';
import type { ReportSection } from '#lib/exporters/report.ts';
import { formatDate, formatPeriod } from '#lib/i18n/format-date.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import { pointsOr, tableOr, text, under } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** Which figure is looked at when, by whom, what is expected of it, and what was sealed. */
export function monitorSection(input: ReportInput): ReportSection {
	const { file, shared, scenarioId, tongue } = input;
	const { t } = tongue;
	const asked = heldTo(file, scenarioId, shared.expectations);
	return {
		id: 'monitor',
		title: t('report.monitor.title', { count: asked.length }),
		blocks: [
			...sealTexts(input).flatMap(text),
			...tableOr(t('report.monitor.none'), {
				caption: t('report.monitor'),
				columns: [
					t('report.monitor.figure'),
					t('report.monitor.date'),
					t('report.monitor.owner'),
					t('report.monitor.now'),
					t('report.monitor.expected')
				],
				rows: asked.map((one) => monitorRow(one, input))
			}),
			...watches(input),
			...experiments(input)
		]
	};
}

function sealTexts({ shared, scenarioId, tongue }: ReportInput): string[] {
	const { t, current } = tongue;
	return shared.seals
		.filter((seal) => seal.scenarioId === scenarioId)
		.map(({ number, sealedAt, sha256, reason }) =>
			t('report.seal', {
				number,
				date: formatDate(current, sealedAt.slice(0, 10)),
				hash: sha256,
				open: reason === '' ? 'no' : 'yes',
				reason
			})
		);
}

function monitorRow(
	{ indicatorId, date, owner, stated }: SealedExpectation,
	{ file, tongue }: ReportInput
): string[] {
	const { t, current } = tongue;
	const indicator = file.indicators.find(({ id }) => id === indicatorId);
	const last = indicator && lastValue(indicator);
	const now = last
		? t('report.monitor.measured', {
				value: formatNumber(current, last.value),
				unit: indicator?.unit ?? '',
				period: formatPeriod(current, last.period),
				source: last.source || t('report.monitor.no-source')
			})
		: t('report.monitor.not-measured');
	return [
		indicator?.name ?? indicatorId,
		formatDate(current, date),
		owner || t('report.missing'),
		now,
		stated ? rangeText(stated, tongue) : t('forecast.not-stated')
	];
}

function watches({ shared, file, tongue }: ReportInput) {
	if (shared.watches.length === 0) return [];
	return under(
		tongue.t('report.watches'),
		pointsOr(
			'',
			shared.watches.map(({ text: words, indicatorId }) => ({
				lead: file.indicators.find(({ id }) => id === indicatorId)?.name ?? '',
				text: words
			}))
		)
	);
}

function experiments({ shared, file, tongue }: ReportInput) {
	const { t, current } = tongue;
	if (shared.experiments.length === 0) return [];
	return under(
		t('report.experiments'),
		pointsOr(
			'',
			shared.experiments.map(({ effectId, test, stopRule, date }) => ({
				lead: file.effects.find(({ id }) => id === effectId)?.title ?? '',
				text: t('report.experiment', {
					test,
					stop: stopRule || t('report.missing'),
					date: date ? formatDate(current, date) : t('report.missing')
				})
			}))
		)
	);
}
