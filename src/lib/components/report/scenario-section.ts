import { comparisonRows, type ComparisonRow } from '#lib/components/scenario/comparison.ts';
import { leftOutEffects } from '#lib/components/scenario/left-out.ts';
import { comparisonLead, comparisonTitle } from '#lib/components/scenario/scenario-sentences.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { countScenario } from '#lib/domain/valuation/in-euros.ts';
import type { ReportSection, ReportSupport } from '#lib/exporters/report.ts';
import { formatChance, formatEurosShort, formatEurosSigned } from '#lib/i18n/format.ts';
import { tableOr, text } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** The scenarios side by side, doing nothing first, with their ranges. */
export function scenarioSection(input: ReportInput): ReportSection {
	const { file, evaluation, tongue } = input;
	const { t } = tongue;
	const rows = rowsOf(input);
	const leftOut = leftOutEffects(file.effects, file.scenarios, evaluation).length;
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

function cellsOf(row: ComparisonRow, { tongue: { t, current } }: ReportInput): string[] {
	const euros = (cell: ComparisonRow['cost']) => {
		if (cell.mean !== undefined) return formatEurosShort(current, cell.mean);
		return t(cell.besides > 0 ? 'scenarios.not-in-euros' : 'matrix.cell.nothing');
	};
	const range = row.net.euros;
	return [
		row.adopted ? t('report.scenarios.adopted', { title: row.title }) : row.title,
		euros(row.cost),
		euros(row.benefit),
		euros(row.harm),
		range
			? t('report.range', {
					mean: formatEurosSigned(current, range.mean),
					low: formatEurosSigned(current, range.p5),
					high: formatEurosSigned(current, range.p95)
				})
			: euros(row.net),
		row.corrected ? formatEurosSigned(current, row.corrected.mean) : '–',
		row.compared ? formatChance(current, row.compared.chanceBest) : '–'
	];
}

function supportBlock(input: ReportInput): readonly ReportSupport[] {
	const { evaluation, scenarioId, tongue } = input;
	const { t, current } = tongue;
	const value = evaluation.scenarios.find(({ id }) => id === scenarioId);
	if (!value || !(value.benefit.mean > 0)) return [];
	const kinds = ['substantiated', 'plausible', 'wish'] as const;
	return [
		{
			kind: 'support',
			parts: kinds.map((support) => ({
				support,
				label: t(`chart.support.${support}`),
				euros: value.support[support],
				amount: formatEurosShort(current, value.support[support])
			}))
		}
	];
}
