import { wholeEuros } from '#lib/charts/whole-euros.ts';
import type { SavedTable } from '#lib/components/chart/saved-table.ts';
import type { Cell } from '#lib/components/results/matrix.ts';
import type { Cell as SavedCell } from '#lib/exporters/table.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { ComparisonRow } from './comparison.ts';

const amounts = ['cost', 'benefit', 'harm', 'net'] as const;
const spread = ['mean', 'p5', 'p95'] as const;

/** The scenarios beside each other as they are saved: in whole euros, each with its range; unknown is empty. */
export function savedComparison(
	rows: readonly ComparisonRow[],
	caption: string,
	{ t }: Pick<Tongue, 't'>
): SavedTable {
	return {
		caption,
		columns: [
			t('scenarios.column.scenario'),
			...amounts.flatMap((amount) =>
				spread.map((end) => `${t(`scenarios.column.${amount}`)}: ${t(`chart.outcomes.row.${end}`)}`)
			),
			t('scenarios.legend.corrected'),
			t('scenarios.column.chance'),
			t('scenarios.column.regret'),
			t('scenarios.column.payback'),
			t('scenarios.not-in-euros')
		],
		rows: rows.map((row) => [
			row.title,
			...amounts.flatMap((amount) => cells(row[amount])),
			whole(row.corrected?.mean),
			row.compared ? Math.round(row.compared.chanceBest * 1000) / 1000 : null,
			whole(row.compared?.expectedRegret),
			row.paybackYear,
			row.net.besides
		])
	};
}

function cells({ mean, euros }: Cell): SavedCell[] {
	return [mean, euros?.p5, euros?.p95].map(whole);
}

function whole(euros: number | undefined): number | null {
	return euros === undefined ? null : wholeEuros(euros);
}
