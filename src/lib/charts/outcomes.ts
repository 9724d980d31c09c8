import { histogram, type Bin } from '#lib/domain/valuation/histogram.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import {
	formatChance,
	formatEurosRange,
	formatEurosShort,
	formatPercent
} from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Chart, ChartTable, Drawing, Series } from './chart.ts';
import { wholeEuros } from './whole-euros.ts';

/** What is drawn: the net of one scenario. */
export type Outcomes = Pick<
	ScenarioValue,
	'net' | 'correctedNet' | 'chanceNetPositive' | 'netSamples'
>;

/** How many times as wide as the outcomes an empty part of the axis may be. */
const mostEmpty = 2;

/** Shows how the net of a scenario can turn out: how often it lies between which amounts. */
export function outcomesChart(value: Outcomes, tongue: Tongue): Chart {
	const { t, current } = tongue;
	const { net, correctedNet, chanceNetPositive } = value;
	const bins = histogram(value.netSamples, net);
	if (bins.length === 0)
		return {
			title: t('chart.outcomes.point', { net: formatEurosShort(current, net.mean) }),
			sentence: t('chart.outcomes.point.sentence'),
			drawing: undefined,
			table: undefined
		};
	return {
		title: t('chart.outcomes.title', { range: formatEurosRange(current, net.p5, net.p95) }),
		sentence: t('chart.outcomes.sentence', {
			middle: formatEurosShort(current, net.p50),
			chance: formatChance(current, chanceNetPositive),
			corrected: formatEurosShort(current, correctedNet.mean)
		}),
		drawing: drawingOf(bins, value, tongue),
		table: tableOf(value, tongue)
	};
}

function drawingOf(bins: readonly Bin[], { net, correctedNet }: Outcomes, tongue: Tongue): Drawing {
	const { t, current } = tongue;
	const says = bins.map((bin) => binText(bin, tongue));
	const ends = endsOf(bins, correctedNet.mean);
	const side = (
		belongs: (bin: Bin) => boolean,
		part: Omit<Series, 'shape' | 'values' | 'says'>
	) => ({
		...{ shape: 'bars' as const, says, ...part },
		values: bins.map((bin) => (belongs(bin) ? bin.share : 0))
	});
	return {
		direction: 'up',
		places: {
			kind: 'amounts',
			middles: bins.map(({ from, to }) => (from + to) / 2),
			ends,
			write: (euros) => formatEurosShort(current, euros)
		},
		series: [
			side(({ to }) => to <= 0, {
				...{ label: t('chart.outcomes.loss'), ink: 'harm', texture: 'hatched' }
			}),
			side(({ from }) => from >= 0, {
				...{ label: t('chart.outcomes.gain'), ink: 'benefit', texture: 'solid' }
			})
		].filter(({ values }) => values.some((share) => share > 0)),
		marks: [
			{ kind: 'line', at: 0 },
			{ kind: 'range', quantiles: [net.p5, net.p25, net.p50, net.p75, net.p95] },
			{ kind: 'corrected', at: correctedNet.mean }
		],
		writeValue: undefined,
		...(ends[0] > 0 || ends[1] < 0 ? { note: t('chart.cut') } : {})
	};
}

/** Zero and the corrected mean are in view, unless the outcomes would be a sliver then. */
function endsOf(bins: readonly Bin[], corrected: number): [number, number] {
	const [low, high] = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 0];
	const most = mostEmpty * (high - low);
	const near = [low, high, ...[0, corrected].filter((at) => at > low - most && at < high + most)];
	return [Math.min(...near), Math.max(...near)];
}

function binText({ from, to, share }: Bin, { t, current }: Tongue): string {
	return t('chart.outcomes.bin', {
		range: formatEurosRange(current, from, to),
		share: formatPercent(current, share)
	});
}

function tableOf({ net, correctedNet }: Outcomes, { t, current }: Tongue): ChartTable {
	const rows = ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const;
	return {
		caption: t('chart.outcomes.caption'),
		columns: [
			t('chart.outcomes.column.outcome'),
			t('chart.outcomes.column.net'),
			t('chart.outcomes.column.corrected')
		],
		rows: rows.map((row) => [
			t(`chart.outcomes.row.${row}`),
			formatEurosShort(current, net[row]),
			formatEurosShort(current, correctedNet[row])
		]),
		numbers: rows.map((row) => [
			t(`chart.outcomes.row.${row}`),
			...[wholeEuros(net[row]), wholeEuros(correctedNet[row])]
		])
	};
}
