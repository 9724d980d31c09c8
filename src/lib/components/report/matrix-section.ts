import { leftOutText } from '#lib/components/results/left-out.ts';
import {
	matrixLead,
	matrixTitle,
	wrongPocketTitle
} from '#lib/components/results/matrix-sentences.ts';
import {
	cellWith,
	matrixOf,
	receivedTogether,
	type Cells,
	type Matrix
} from '#lib/components/results/matrix.ts';
import type { ReportSection } from '#lib/exporters/report.ts';
import { formatEurosShort } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { pointsOr, tableOr, text, under } from './blocks.ts';
import { cellText, ranged } from './ranged.ts';
import type { ReportInput } from './report-input.ts';

/** Who pays and who receives in the scenario of the report, people and purses apart. */
export function matrixSections(input: ReportInput): ReportSection[] {
	const value = input.evaluation.scenarios.find(({ id }) => id === input.scenarioId);
	if (!value) return [];
	const matrix = matrixOf(value, input.file);
	return [matrixSection(matrix, input), besideSection(matrix, input)];
}

function matrixSection(matrix: Matrix, { file, tongue }: ReportInput): ReportSection {
	const { t } = tongue;
	const { value } = matrix;
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
			...under(wrongPocketTitle(matrix, tongue), transfersOf(matrix, file, tongue))
		]
	};
}

function matrixRows({ groups, unallocated, value }: Matrix, tongue: Tongue): string[][] {
	const { t } = tongue;
	const cells = ({ pays, receives, net }: Cells) => [
		cellText(pays, tongue),
		cellText(receives, tongue),
		cellText(net, tongue, { signed: true })
	];
	const ofGroups = groups.flatMap(({ kind, rows, sums }) => [
		...rows.map((row) => [row.party.name, ...cells(row)]),
		[t(`report.matrix.sum.${kind}`), ...cells(sums)]
	]);
	const nobody = cellWith(unallocated);
	return [
		...ofGroups,
		[
			t('matrix.unallocated'),
			'',
			cellText(nobody, tongue),
			cellText(nobody, tongue, { signed: true })
		],
		[
			t('matrix.together'),
			ranged(value.cost, tongue),
			cellText(receivedTogether(value), tongue),
			ranged(value.net, tongue, { signed: true })
		]
	];
}

function transfersOf(
	{ value, hasEuros }: Matrix,
	{ parties, workshop }: ReportInput['file'],
	{ t, current }: Tongue
) {
	if (!hasEuros) return [];
	const nameOf = (partyId: string) => parties.find(({ id }) => id === partyId)?.name ?? partyId;
	const points = value.wrongPocket.transfers.map(({ from, to, euros }) => ({
		lead: formatEurosShort(current, euros),
		text: t('report.transfer', { from: nameOf(from), to: nameOf(to) })
	}));
	const note = t('matrix.pocket.note', { price: String(workshop.priceYear) });
	return [...pointsOr('', points), ...text(note)];
}

function besideSection({ leftOut }: Matrix, { file, tongue }: ReportInput): ReportSection {
	const { t } = tongue;
	const points = leftOut.map((one) => {
		const { title, says } = leftOutText(one, file.parties, tongue);
		return { lead: title, text: says };
	});
	return {
		id: 'not-in-euros',
		title: t('report.beside.title', { count: points.length }),
		blocks: pointsOr(t('report.beside.none'), points)
	};
}
