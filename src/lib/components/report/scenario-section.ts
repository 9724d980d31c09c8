import { leftOutOf } from '#lib/components/results/left-out.ts';
import { comparisonRows, type ComparisonRow } from '#lib/components/scenario/comparison.ts';
import { comparisonLead, comparisonTitle } from '#lib/components/scenario/scenario-sentences.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { countScenario } from '#lib/domain/valuation/in-euros.ts';
import type { ReportBlock, ReportSection } from '#lib/exporters/report.ts';
import { formatChance, formatEurosRange, formatEurosShort } from '#lib/i18n/format.ts';
import { tableOr, text } from './blocks.ts';
import { cellText, ranged } from './ranged.ts';
import type { ReportInput } from './report-input.ts';

/** The scenarios side by side, doing nothing first, with their ranges. */
export function scenarioSection(input: ReportInput): ReportSection {
	const { file, evaluation, tongue } = input;
	const { t } = tongue;
	const rows = rowsOf(input);
	const leftOut = leftOutOf(file, file.scenarios, evaluation).length;
	return {
		id: 'scenarios',
		title: comparisonTitle(rows, tongue),
		blocks: [
			...text(comparisonLead({ rows, leftOut }, file.workshop, tongue)),
			...supportBlock(input),
			...tableOr(
				t('report.scenarios.none'),
				{
					caption: t('report.scenarios.caption', {
						years: file.workshop.horizonYears,
						price: String(file.workshop.priceYear)
					}),
					columns: [
						t('scenarios.column.scenario'),
						t('scenarios.column.cost'),
						t('scenarios.column.benefit'),
						t('scenarios.column.harm'),
						t('report.scenarios.net'),
						t('report.scenarios.corrected'),
						t('report.scenarios.chance')
					],
					rows: rows.map((row) => cellsOf(row, input))
				},
				[1, 2, 3, 4, 5, 6]
			)
		]
	};
}

function rowsOf({ file, evaluation, shared, tongue }: ReportInput): ComparisonRow[] {
	const nothing = { id: doNothingId, title: tongue.t('arena.scenario.do-nothing'), choices: [] };
	const candidates = [nothing, ...file.scenarios].map((scenario) => ({
		scenario,
		counts: countScenario(scenario, file),
		adopted: shared.adopted.some(({ scenarioId }) => scenarioId === scenario.id)
	}));
	return comparisonRows(candidates, evaluation);
}

function cellsOf(row: ComparisonRow, { tongue }: ReportInput): string[] {
	const { t, current } = tongue;
	return [
		row.adopted ? t('report.scenarios.adopted', { title: row.title }) : row.title,
		cellText(row.cost, tongue),
		cellText(row.benefit, tongue),
		cellText(row.harm, tongue),
		cellText(row.net, tongue, { signed: true }),
		row.corrected ? ranged(row.corrected, tongue, { signed: true }) : '–',
		row.compared ? formatChance(current, row.compared.chanceBest) : '–'
	];
}

function supportBlock(input: ReportInput): readonly ReportBlock[] {
	const { file, evaluation, scenarioId, tongue } = input;
	const { t, current } = tongue;
	const value = evaluation.scenarios.find(({ id }) => id === scenarioId);
	if (!value || !(value.benefit.mean > 0)) return [];
	const kinds = ['substantiated', 'plausible', 'wish'] as const;
	const { benefit } = value;
	const caption = t('report.support.caption', {
		scenario: value.title,
		years: file.workshop.horizonYears,
		price: String(file.workshop.priceYear),
		mean: formatEurosShort(current, benefit.mean),
		range: formatEurosRange(current, benefit.p5, benefit.p95)
	});
	return [
		...text(caption),
		{
			kind: 'support',
			parts: kinds.map((support) => ({
				support,
				label: t(`chart.support.${support}`),
				euros: value.support[support],
				amount: value.sums
					? ranged(value.sums.support[support], tongue)
					: formatEurosShort(current, value.support[support])
			}))
		}
	];
}
