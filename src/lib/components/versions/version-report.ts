import { pointsOr } from '#lib/components/report/blocks.ts';
import { arenaSection } from '#lib/components/report/arena-section.ts';
import { questionSection } from '#lib/components/report/question-section.ts';
import type { BoardContent } from '#lib/document/content.ts';
import type { Report, ReportSection } from '#lib/exporters/report.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { TextKey } from '#lib/i18n/messages.ts';

/** Writes down everything that was on a board at one moment. */
export function versionReport(board: BoardContent, moment: string, tongue: Tongue): Report {
	const { t } = tongue;
	const { title, question, priceYear, startYear, horizonYears } = board.workshop;
	const titleOf = (id: string) => board.measures.find((one) => one.id === id)?.title ?? id;
	const list = (id: string, key: TextKey, points: Points): ReportSection => ({
		...{ id, title: t(key) },
		blocks: pointsOr(t('change.empty'), points)
	});
	const causes = board.causes.map(({ text }) => ({ lead: '', text }));
	const indicators = board.indicators.map(({ name, unit }) => ({ lead: name, text: unit }));
	const scenarios = board.scenarios.map((one) => ({
		lead: one.title,
		text: one.choices.map(({ measureId }) => titleOf(measureId)).join(', ') || t('change.empty')
	}));
	return {
		...{ title, kind: t('versions.title', { moment }), question },
		footer: t('report.footer', {
			...{ price: String(priceYear), start: String(startYear), years: horizonYears }
		}),
		sections: [
			arenaSection({ file: board, tongue }),
			list('scenarios', 'versions.scenarios', scenarios),
			list('causes', 'versions.causes', causes),
			list('indicators', 'versions.indicators', indicators),
			questionSection({ file: board, tongue })
		]
	};
}

type Points = Parameters<typeof pointsOr>[1];
