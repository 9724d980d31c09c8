import type { Distribution } from '#lib/domain/valuation/distribution.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { YearValue } from '#lib/domain/valuation/timeline.ts';
import { formatEurosRange, formatEurosShort } from '#lib/i18n/format.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Chart, ChartTable, Drawing, Ink, Mark, Series, Texture } from './chart.ts';
import { wholeEuros } from './whole-euros.ts';

/** What is drawn: the years of one scenario. */
export type Yearly = Pick<
	ScenarioValue,
	'years' | 'yearRanges' | 'paybackYear' | 'net' | 'cost' | 'benefit' | 'harm'
>;

/** What the table tells of every year as a range. */
const rangeColumns = ['net', 'cumulative'] as const;

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

/**
 * Shows in which years costs and benefits fall, when they have paid each other back, and how far that can
 * be off in every year.
 */
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
			...paybackRange(value, tongue),
			start: String(first.year),
			end: String(last.year),
			net: formatEurosShort(current, net.mean),
			spread: net.p5 === net.p95 ? 'no' : 'yes',
			range: formatEurosRange(current, net.p5, net.p95)
		}),
		drawing: drawingOf(value, tongue),
		table: tableOf(value, tongue)
	};
}

/** Which of the sentences about paying back is true. */
function kindOf({ cost, benefit, harm, paybackYear }: Yearly): string {
	if (cost.mean === 0 && harm.mean === 0) return 'noCost';
	if (benefit.mean === 0) return 'noBenefit';
	return paybackYear === null ? 'never' : 'back';
}

/** Says how the line can lie in the year in which it is expected to come above zero. */
function paybackRange({ years, yearRanges, paybackYear }: Yearly, { current }: Tongue) {
	const back = yearRanges[years.findIndex(({ year }) => year === paybackYear)]?.cumulative;
	if (!back || back.p5 === back.p95) return { known: 'no', back: '', backYear: '' };
	const range = formatEurosRange(current, back.p5, back.p95);
	return { known: 'yes', back: range, backYear: String(paybackYear) };
}

function drawingOf({ years, yearRanges }: Yearly, tongue: Tongue): Drawing {
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
	const line = series(t('chart.years.cumulative'), cumulative);
	const ranges = yearRanges.map((range) => rangeText(range.cumulative, tongue));
	return {
		direction: 'up',
		places: { kind: 'named', names: years.map(({ year }) => String(year)) },
		series: [
			...bars.filter(({ values }) => values.some((amount) => amount !== 0)),
			{
				...{ shape: 'line', ink: 'ink', texture: 'solid' },
				...line,
				says: line.says.map((text, place) => [text, ranges[place]].filter(Boolean).join(', '))
			}
		],
		marks: [{ kind: 'line', at: 0 }, ...rangeMarks(yearRanges)],
		writeValue: euros
	};
}

/** A thin line, a thick line and a dot at every year, where that is not one amount. */
function rangeMarks(ranges: Yearly['yearRanges']): Mark[] {
	return ranges.flatMap(({ cumulative: { p5, p25, p50, p75, p95 } }, place) =>
		p5 === p95 ? [] : { kind: 'range', place, quantiles: [p5, p25, p50, p75, p95] }
	);
}

function rangeText({ p5, p95 }: Distribution, { t, current }: Tongue): string | undefined {
	if (p5 === p95) return undefined;
	return t('chart.years.range', { range: formatEurosRange(current, p5, p95) });
}

/** A range, or the one amount that it comes to. */
function amountOrRange({ p5, p95 }: Distribution, { current }: Tongue): string {
	return p5 === p95 ? formatEurosShort(current, p5) : formatEurosRange(current, p5, p95);
}

function tableOf({ years, yearRanges }: Yearly, tongue: Tongue): ChartTable {
	const { t, current } = tongue;
	const columns = ['benefit', 'harm', 'cost', 'net', 'cumulative'] as const;
	const rangesOf = (place: number) =>
		rangeColumns.flatMap((column) => {
			const range = yearRanges[place]?.[column];
			return range ? amountOrRange(range, tongue) : [];
		});
	return {
		caption: t('chart.years.caption'),
		columns: [
			t('chart.years.column.year'),
			...columns.map((column) => t(`chart.years.column.${column}`)),
			...(yearRanges.length > 0
				? rangeColumns.map((column) => t(`chart.years.range.${column}`))
				: [])
		],
		rows: years.map((year, place) => [
			String(year.year),
			...columns.map((column) => formatEurosShort(current, year[column])),
			...rangesOf(place)
		]),
		numbers: years.map((year, place) => [
			...[year.year, ...columns.map((column) => wholeEuros(year[column]))],
			...rangesOf(place)
		])
	};
}
