import type { TornadoRow } from '#lib/domain/valuation/tornado.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { formatEurosShort } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Chart, ChartTable, Drawing } from './chart.ts';
import { quantityPlace, type QuantityPlace } from './quantity-place.ts';
import { wholeEuros } from './whole-euros.ts';

/** What is drawn: the rows of the tornado, largest swing first, and the net they move. */
export type Sensitivity = {
	readonly rows: readonly TornadoRow[];
	readonly net: ScenarioValue['net'];
	readonly file: WorkshopFile;
};

/** More bars than this say nothing more; the table has them all. */
const mostBars = 8;

/** Smaller than this moves nothing: half a cent. */
const halfCent = 0.005;

type Named = TornadoRow & { readonly place: QuantityPlace };

/** Shows which numbers move the net most, and at which value each would turn it around. */
export function tornadoChart({ rows, net, file }: Sensitivity, tongue: Tongue): Chart {
	const { t, current } = tongue;
	const named = rows.flatMap((row): Named[] => {
		const place = quantityPlace(row.target, file, tongue);
		return place ? [{ ...row, place }] : [];
	});
	const moving = named.filter(({ low, high }) => Math.abs(high - low) > halfCent);
	const [largest] = moving;
	if (!largest)
		return {
			title: t('chart.tornado.none'),
			sentence: t('chart.tornado.none.sentence'),
			drawing: undefined,
			table: turningTable(named, tongue)
		};
	return {
		title: t('chart.tornado.title', { name: nameOf(largest, tongue) }),
		sentence: t('chart.tornado.sentence', {
			low: formatEurosShort(current, largest.low),
			high: formatEurosShort(current, largest.high),
			turns: largest.switchingValue === null ? 'no' : 'yes',
			value: largest.switchingValue === null ? '' : largest.place.write(largest.switchingValue)
		}),
		drawing: drawingOf(moving.slice(0, mostBars), net.mean, tongue),
		table: turningTable(named, tongue)
	};
}

/** A bar goes from the net at a low value of the number to that at a high one, through the mean. */
function drawingOf(rows: readonly Named[], mean: number, tongue: Tongue): Drawing {
	const { t, current } = tongue;
	const half = (end: 'low' | 'high') => {
		const label = t(`chart.tornado.${end}`);
		return {
			...{ shape: 'bars' as const, ink: 'ink' as const, label },
			values: rows.map((row) => [mean, row[end]] as const),
			says: rows.map(
				(row) => `${nameOf(row, tongue)}, ${label}: ${formatEurosShort(current, row[end])}`
			)
		};
	};
	const ends = [mean, ...rows.flatMap(({ low, high }) => [low, high])];
	const cut = Math.min(...ends) > 0 || Math.max(...ends) < 0;
	return {
		direction: 'across',
		...(cut ? { note: t('chart.cut') } : {}),
		places: { kind: 'named', names: rows.map(({ place }) => [place.title, place.what]) },
		series: [
			{ ...half('low'), texture: 'open' },
			{ ...half('high'), texture: 'solid' }
		],
		marks: [{ kind: 'line', at: 0 }],
		writeValue: (euros) => formatEurosShort(current, euros)
	};
}

/** Lists every number that moves the net or could turn it around. */
function turningTable(rows: readonly Named[], tongue: Tongue): ChartTable | undefined {
	const { t, current } = tongue;
	const listed = rows.filter(
		({ low, high, switchingValue }) => low !== high || switchingValue !== null
	);
	if (listed.length === 0) return undefined;
	const columns = ['number', 'estimate', 'low', 'high', 'turns'] as const;
	return {
		caption: t('chart.tornado.caption'),
		columns: columns.map((column) => t(`chart.tornado.column.${column}`)),
		rows: listed.map((row) => [
			nameOf(row, tongue),
			row.place.estimate,
			...[row.low, row.high].map((net) =>
				row.low === row.high ? t('chart.tornado.same') : formatEurosShort(current, net)
			),
			row.switchingValue === null ? t('chart.tornado.never') : row.place.write(row.switchingValue)
		]),
		numbers: listed.map((row) => [
			...[nameOf(row, tongue), row.place.estimate],
			...[row.low, row.high].map((net) =>
				row.low === row.high ? t('chart.tornado.same') : wholeEuros(net)
			),
			// A share and a million alike: four figures are more than anybody can say.
			row.switchingValue === null
				? t('chart.tornado.never')
				: Number(row.switchingValue.toPrecision(4))
		])
	};
}

function nameOf({ place: { title, what } }: Named, { t }: Tongue): string {
	return t('chart.quantity', { title, what });
}
