import type { ChartConfiguration, ChartDataset, ChartOptions } from 'chart.js';
import type { Drawing, Series } from '#lib/charts/chart.ts';
import { shortened } from './shortened.ts';
import type { Palette } from './palette.ts';

type Configuration = ChartConfiguration<'bar' | 'line', unknown[], string>;
type Dataset = ChartDataset<'bar' | 'line', unknown[]>;
type Scale = NonNullable<ChartOptions<'bar' | 'line'>['scales']>[string];

/** Of bars that lie across, with their name above them. */
const barThickness = 16;

/** What the axis below may take of the width on both sides of the bars. */
const roomBesideNames = 56;

/** Room under bins for a result with its range, as a part of the highest bin. */
const laneUnderBins = 0.22;

/** Turns a drawing into what the chart library draws, with the colours and letters of the screen. */
export function configurationOf(
	drawing: Drawing,
	palette: Palette
): Pick<Configuration, 'data' | 'options'> {
	const across = drawing.direction === 'across';
	const { places } = drawing;
	const [placeAxis, valueAxis] = [placeScale(drawing, palette), valueScale(drawing, palette)];
	return {
		data: {
			labels: places.kind === 'named' ? places.names.map(String) : [],
			datasets: drawing.series.map((series) => datasetOf(series, drawing, palette))
		},
		options: {
			animation: false,
			responsive: true,
			maintainAspectRatio: false,
			// Sharp on paper as well.
			devicePixelRatio: Math.max(2, globalThis.devicePixelRatio ?? 1),
			indexAxis: across ? 'y' : 'x',
			interaction: { mode: 'index', intersect: false, axis: across ? 'y' : 'x' },
			scales: across ? { y: placeAxis, x: valueAxis } : { x: placeAxis, y: valueAxis },
			plugins: { tooltip: tooltipOf(drawing, palette) }
		}
	};
}

function datasetOf(series: Series, drawing: Drawing, palette: Palette): Dataset {
	const { places, direction } = drawing;
	const { label, shape, ink, texture } = series;
	const colour = palette.ink[ink];
	if (shape === 'line')
		return {
			...{ type: 'line', label, order: 0, data: [...series.values] },
			...{ borderColor: colour, backgroundColor: colour, borderWidth: 3 },
			// A range has a dot of its own.
			pointRadius: standingEnds(drawing).length > 0 ? 0 : 4
		};
	const bins = places.kind === 'amounts';
	const floating = series.values.some((value) => typeof value !== 'number');
	return {
		...{ type: 'bar', label, order: 1, backgroundColor: palette.fill(ink, texture) },
		data: bins
			? series.values.map((y, place) => ({ x: places.middles[place], y }))
			: [...series.values],
		// A wish has a dashed edge, which is drawn afterwards.
		...{ borderColor: colour, borderSkipped: false },
		borderWidth: texture === 'solid' || texture === 'dotted' ? 0 : 1.5,
		grouped: !floating,
		...(bins
			? { barPercentage: 0.96, categoryPercentage: 1 }
			: direction === 'across'
				? { barThickness }
				: { maxBarThickness: 44 })
	};
}

function placeScale({ places, direction }: Drawing, palette: Palette): Scale {
	const ticks = { ...letters(palette), maxRotation: 0, autoSkipPadding: 12 };
	if (places.kind === 'amounts')
		return {
			...{ type: 'linear', min: places.ends[0], max: places.ends[1], offset: false, stacked: true },
			grid: { display: false },
			border: { display: false },
			ticks: {
				...ticks,
				maxTicksLimit: 7,
				includeBounds: false,
				callback: (euros) => places.write(Number(euros))
			}
		};
	if (direction === 'up')
		return { type: 'category', stacked: true, grid: { display: false }, ticks };
	return {
		...{ type: 'category', stacked: true, grid: { display: false }, border: { display: false } },
		// Names stand above their bars, so that they have the whole width, also on a phone.
		ticks: {
			...{ ...letters(palette), color: palette.ink.ink, mirror: true, padding: 0, z: 1 },
			...{ showLabelBackdrop: true, backdropColor: palette.sheet, backdropPadding: 1 },
			...{ autoSkip: false, labelOffset: -(barThickness + 3) },
			callback(this: { chart: { ctx: CanvasRenderingContext2D; width: number } }, _, place) {
				const { ctx, width } = this.chart;
				ctx.font = `${palette.font.weight} ${palette.font.size}px ${palette.font.family}`;
				return shortened(places.names[place] ?? '', ctx, width - roomBesideNames);
			}
		}
	};
}

/** How far the ranges go that stand at a place of their own. */
function standingEnds({ marks }: Drawing): number[] {
	return marks.flatMap((mark) =>
		mark.kind === 'range' && mark.place !== undefined ? [mark.quantiles[0], mark.quantiles[4]] : []
	);
}

/** Values that must be in view though no bar goes there. */
function endsInView(drawing: Drawing): number[] {
	const intervals = drawing.marks.flatMap((mark) =>
		mark.kind === 'interval' ? [mark.low, mark.high] : []
	);
	return [...standingEnds(drawing), ...intervals, ...(drawing.inView ?? [])];
}

function valueScale(drawing: Drawing, palette: Palette): Scale {
	const { series, places, writeValue, direction } = drawing;
	const stacked = series.every(({ values }) => values.every((value) => typeof value === 'number'));
	if (!writeValue) {
		const highest = Math.max(
			...series.flatMap(({ values }) => values.map((value) => value as number))
		);
		const lane = places.kind === 'amounts' ? laneUnderBins : 0;
		return { type: 'linear', stacked, display: false, min: -lane * highest, max: highest };
	}
	const ends = endsInView(drawing);
	return {
		// Bars from one value to another may stand far from zero.
		beginAtZero: stacked,
		...(ends.length > 0
			? { suggestedMin: Math.min(0, ...ends), suggestedMax: Math.max(0, ...ends) }
			: {}),
		...{ type: 'linear', stacked, grace: direction === 'across' ? 0 : '4%' },
		grid: { color: palette.rule },
		border: { display: false },
		ticks: {
			...letters(palette),
			...{ maxRotation: 0, autoSkipPadding: 16, maxTicksLimit: 7 },
			callback: (value) => writeValue(Number(value))
		}
	};
}

function letters({ font, text }: Palette) {
	return { color: text, font: { ...font, weight: font.weight } };
}

function tooltipOf({ series }: Drawing, palette: Palette) {
	const { font, ink, onText } = palette;
	return {
		...{ backgroundColor: ink.ink, bodyColor: onText, bodyFont: font, displayColors: false },
		...{ cornerRadius: 4, padding: 10, caretSize: 0 },
		filter: ({ datasetIndex, dataIndex }: At) => series[datasetIndex]?.values[dataIndex] !== 0,
		callbacks: {
			title: () => '',
			label: ({ datasetIndex, dataIndex }: At) => series[datasetIndex]?.says[dataIndex] ?? ''
		}
	};
}

type At = { readonly datasetIndex: number; readonly dataIndex: number };
