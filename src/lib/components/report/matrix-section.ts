import { effectNumber } from '#lib/components/arena/card-number.ts';
import {
	matrixLead,
	matrixTitle,
	wrongPocketTitle
} from '#lib/components/results/matrix-sentences.ts';
import { matrixOf, type Cell, type Cells, type Matrix } from '#lib/components/results/matrix.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { ReportSection } from '#lib/exporters/report.ts';
import { formatEurosShort, formatEurosSigned } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { pointsOr, tableOr, text, under } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** Who pays and who receives in the scenario of the report, people and purses apart. */
export function matrixSections(input: ReportInput): ReportSection[] {
	const value = input.evaluation.scenarios.find(({ id }) => id === input.scenarioId);
	return value ? [matrixSection(value, input), besideSection(value, input)] : [];
}

function matrixSection(value: ScenarioValue, { file, tongue }: ReportInput): ReportSection {
	const { t } = tongue;
	const matrix = matrixOf(value, file);
	const { priceYear, horizonYears } = file.workshop;
	return {
		id: 'matrix',
		title: matrixTitle(matrix, tongue),
		blocks: [
			...text(matrixLead(matrix, file.workshop, tongue)),
			...tableOr(
				'',
				{
					caption: t('matrix.caption', {
						scenario: value.title,
						years: horizonYears,
						price: String(priceYear)
					}),
					columns: [
						t('matrix.column.party'),
						t('matrix.column.pays'),
						t('matrix.column.receives'),
						t('matrix.column.net')
					],
					rows: matrix.hasEuros ? matrixRows(matrix, tongue) : []
				},
				[1, 2, 3]
			),
			...under(wrongPocketTitle(matrix, tongue), transfersOf(value, file.parties, tongue))
		]
	};
}

function matrixRows({ groups, unallocated, value }: Matrix, tongue: Tongue): string[][] {
	const { t } = tongue;
	const cells = ({ pays, receives, net }: Cells) => [
		cellText(pays, tongue),
		cellText(receives, tongue),
		cellText(net, tongue, true)
	];
	const ofGroups = groups.flatMap(({ kind, rows, sums }) => [
		...rows.map((row) => [row.party.name, ...cells(row)]),
		[t(`report.matrix.sum.${kind}`), ...cells(sums)]
	]);
	const { current } = tongue;
	return [
		...ofGroups,
		[t('matrix.unallocated'), '', formatEurosShort(current, unallocated.mean), ''],
		[
			t('matrix.together'),
			formatEurosShort(current, value.cost.mean),
			formatEurosShort(current, value.benefit.mean + value.harm.mean),
			ranged(value.net, tongue)
		]
	];
}

function cellText({ mean, euros, besides }: Cell, tongue: Tongue, isNet = false): string {
	const { t, current } = tongue;
	const beside = besides > 0 ? t('matrix.cell.besides', { count: besides }) : '';
	if (mean === undefined) return beside || t('matrix.cell.nothing');
	if (isNet && euros) return ranged(euros, tongue);
	const amount = isNet ? formatEurosSigned(current, mean) : formatEurosShort(current, mean);
	return beside ? `${amount} + ${beside}` : amount;
}

function ranged(
	{ mean, p5, p95 }: { readonly mean: number; readonly p5: number; readonly p95: number },
	{ t, current }: Tongue
): string {
	return t('report.range', {
		mean: formatEurosSigned(current, mean),
		low: formatEurosSigned(current, p5),
		high: formatEurosSigned(current, p95)
	});
}

function transfersOf(
	{ wrongPocket }: ScenarioValue,
	parties: ReportInput['file']['parties'],
	{ t, current }: Tongue
) {
	const nameOf = (partyId: string) => parties.find(({ id }) => id === partyId)?.name ?? partyId;
	return pointsOr(
		'',
		wrongPocket.transfers.map(({ from, to, euros }) => ({
			lead: formatEurosShort(current, euros),
			text: t('report.transfer', { from: nameOf(from), to: nameOf(to) })
		}))
	);
}

function besideSection(value: ScenarioValue, { file, tongue }: ReportInput): ReportSection {
	const { t } = tongue;
	const invalid = new Map(value.effects.map((outcome) => [outcome.id, outcome.invalid]));
	const points = file.effects.flatMap((effect) => {
		const reason = invalid.get(effect.id);
		if (!value.notInEuros.includes(effect.id) && !reason) return [];
		const says = reason ? t(`matrix.invalid.${reason}`) : effectNumber(effect, tongue).text;
		return [{ lead: effect.title, text: says }];
	});
	return {
		id: 'not-in-euros',
		title: t('report.beside.title', { count: points.length }),
		blocks: pointsOr(t('report.beside.none'), points)
	};
}
