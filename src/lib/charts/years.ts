import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { YearValue } from '#lib/domain/valuation/timeline.ts';
import { formatEurosRange, formatEurosShort } from '#lib/i18n/format.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Chart, ChartTable, Drawing, Ink, Series, Texture } from './chart.ts';

/** What is drawn: the years of one scenario. */
export type Yearly = Pick<
	ScenarioValue,
	'years' | 'paybackYear' | 'net' | 'cost' | 'benefit' | 'harm'
>;

type Part = {
	readonly key: TextKey;
	readonly ink: Ink;
	readonly texture: Texture;
	readonly of: (year: YearValue) => number;
};

/** What comes stands above zero, what goes below; the first part is next to zero. */
const parts: readonly Part[] = [
	part('chart.years.substantiated', 'benefit', 'solid', ({ support }) => support.substantiated),
	part('chart.years.plausible', 'benefit', 'striped', ({ support }) => support.plausible),
	part('chart.years.wish', 'benefit', 'dotted', ({ support }) => support.wish),
	part('chart.years.pledged', 'inleg', 'solid', ({ pledged }) => -pledged),
	part('chart.years.open', 'inleg', 'striped', ({ cost, pledged }) => pledged - cost),
	part('chart.years.harm', 'harm', 'hatched', ({ harm }) => harm)
];

function part(key: TextKey, ink: Ink, texture: Texture, of: Part['of']): Part {
	return { key, ink, texture, of };
}

/** Shows in which years costs and benefits fall, and when they have paid each other back. */
export function yearsChart(value: Yearly, tongue: Tongue): Chart {
	const { t, current } = tongue;
	const { years, net } = value;
	const [first, last] = [years[0], years.at(-1)];
	if (!first || !last) throw new Error('A workshop looks ahead at least one year.');
	return {
		title: t('chart.years.title', {
			kind: kindOf(value),
			year: String(value.paybackYear),
			end: String(last.year)
		}),
		sentence: t('chart.years.sentence', {
			start: String(first.year),
			end: String(last.year),
			net: formatEurosShort(current, net.mean),
			spread: net.p5 === net.p95 ? 'no' : 'yes',
			range: formatEurosRange(current, net.p5, net.p95)
		}),
		drawing: drawingOf(years, tongue),
		table: tableOf(years, tongue)
	};
}

/** Which of the sentences about paying back is true. */
function kindOf({ cost, benefit, harm, paybackYear }: Yearly): string {
	if (cost.mean === 0 && harm.mean === 0) return 'noCost';
	if (benefit.mean === 0) return 'noBenefit';
	return paybackYear === null ? 'never' : 'back';
}

function drawingOf(years: readonly YearValue[], tongue: Tongue): Drawing {
	const { t, current } = tongue;
	const euros = (amount: number) => formatEurosShort(current, amount);
	const series = (label: string, values: readonly number[]) => ({
		...{ label, values },
		says: years.map(({ year }, place) => `${year}, ${label}: ${euros(values[place] ?? 0)}`)
	});
	const bars = parts.map(({ key, ink, texture, of }): Series => {
		return { shape: 'bars', ink, texture, ...series(t(key), years.map(of)) };
	});
	const cumulative = years.map((year) => year.cumulative);
	return {
		direction: 'up',
		places: { kind: 'named', names: years.map(({ year }) => String(year)) },
		series: [
			...bars.filter(({ values }) => values.some((amount) => amount !== 0)),
			{
				...{ shape: 'line', ink: 'ink', texture: 'solid' },
				...series(t('chart.years.cumulative'), cumulative)
			}
		],
		marks: [{ kind: 'line', at: 0 }],
		writeValue: euros
	};
}

function tableOf(years: readonly YearValue[], { t, current }: Tongue): ChartTable {
	const columns = ['benefit', 'harm', 'cost', 'net', 'cumulative'] as const;
	return {
		caption: t('chart.years.caption'),
		columns: [
			t('chart.years.column.year'),
			...columns.map((column) => t(`chart.years.column.${column}`))
		],
		rows: years.map((year) => [
			String(year.year),
			...columns.map((column) => formatEurosShort(current, year[column]))
		])
	};
}
