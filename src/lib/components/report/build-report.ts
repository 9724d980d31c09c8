import type { Report } from '#lib/exporters/report.ts';
import { arenaSection } from './arena-section.ts';
import { criticSections } from './critic-sections.ts';
import { decisionSection } from './decision-section.ts';
import { matrixSections } from './matrix-section.ts';
import { methodSection } from './method-section.ts';
import { monitorSection } from './monitor-section.ts';
import { questionSection } from './question-section.ts';
import type { ReportInput } from './report-input.ts';
import { scenarioSection } from './scenario-section.ts';

/**
 * Makes the report of a workshop: what was asked, what was laid on the table, what that is worth, what
 * the critic said of it, what was decided, and how it will be looked back at. Names of people are not in
 * it, because they are in none of its parts.
 */
export function buildReport(input: ReportInput): Report {
	const { file, tongue } = input;
	const { title, question, priceYear, startYear, horizonYears } = file.workshop;
	return {
		title,
		kind: tongue.t('report.kind'),
		question,
		footer: tongue.t('report.footer', {
			price: String(priceYear),
			start: String(startYear),
			years: horizonYears
		}),
		sections: [
			scenarioSection(input),
			questionSection(input),
			arenaSection(input),
			...matrixSections(input),
			...criticSections(input),
			decisionSection(input),
			monitorSection(input),
			methodSection(input)
		]
	};
}
