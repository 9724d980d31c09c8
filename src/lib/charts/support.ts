import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { SupportKind } from '#lib/domain/valuation/support.ts';
import { formatEurosRange, formatEurosShort } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Chart, ChartTable, Drawing, Series, Texture } from './chart.ts';
import { wholeEuros } from './whole-euros.ts';

/** What is drawn: the benefit of one scenario, and what goes into it. */
export type Supported = Pick<
	ScenarioValue,
	'support' | 'correctedSupport' | 'benefit' | 'correctedBenefit' | 'cost'
>;

/** From well supported to hardly, with the texture that says so everywhere. */
const kinds: readonly (readonly [SupportKind, Texture])[] = [
	['substantiated', 'solid'],
	['plausible', 'striped'],
	['wish', 'dotted']
];

/** Shows how well the promised benefit is supported, before and after correction for wishful thinking. */
export function supportChart(value: Supported, tongue: Tongue): Chart {
	const { t, current } = tongue;
	const { benefit, support, correctedBenefit } = value;
	const euros = (amount: number) => formatEurosShort(current, amount);
	if (!(benefit.mean > 0))
		return {
			title: t('chart.support.none'),
			sentence: t('chart.support.none.sentence'),
			drawing: undefined,
			table: undefined
		};
	return {
		title: t('chart.support.title', {
			promised: euros(benefit.mean),
			substantiated: euros(support.substantiated),
			some: support.substantiated > 0 ? 'yes' : 'no'
		}),
		sentence: t('chart.support.sentence', {
			plausible: euros(support.plausible),
			wish: euros(support.wish),
			corrected: euros(correctedBenefit),
			spread: benefit.p5 === benefit.p95 ? 'no' : 'yes',
			range: formatEurosRange(current, benefit.p5, benefit.p95)
		}),
		drawing: drawingOf(value, tongue),
		table: tableOf(value, tongue)
	};
}

function drawingOf({ support, correctedSupport, cost }: Supported, tongue: Tongue): Drawing {
	const { t, current } = tongue;
	const names = [t('chart.support.promised'), t('chart.support.corrected')];
	const series = kinds
		.filter(([kind]) => support[kind] > 0)
		.map(([kind, texture]): Series => {
			const label = t(`chart.support.${kind}`);
			const values = [support[kind], correctedSupport[kind]];
			const says = values.map((euros) => `${label}: ${formatEurosShort(current, euros)}`);
			return { shape: 'bars', label, ink: 'benefit', texture, values, says };
		});
	const label = t('chart.support.cost', { cost: formatEurosShort(current, cost.mean) });
	return {
		direction: 'across',
		places: { kind: 'named', names },
		series,
		marks: cost.mean > 0 ? [{ kind: 'line', at: cost.mean, label }] : [],
		writeValue: (euros) => formatEurosShort(current, euros)
	};
}

function tableOf(value: Supported, { t, current }: Tongue): ChartTable {
	const amounts = [
		...kinds.map(([kind]) => ({
			name: t(`chart.support.${kind}`),
			euros: [value.support[kind], value.correctedSupport[kind]]
		})),
		{ name: t('chart.support.total'), euros: [value.benefit.mean, value.correctedBenefit] }
	];
	return {
		caption: t('chart.support.caption'),
		columns: [
			t('chart.support.column.support'),
			t('chart.support.promised'),
			t('chart.support.corrected')
		],
		rows: amounts.map(({ name, euros }) => [
			name,
			...euros.map((one) => formatEurosShort(current, one))
		]),
		numbers: amounts.map(({ name, euros }) => [name, ...euros.map(wholeEuros)])
	};
}
