import type { BoardContent } from '#lib/document/content.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { Question } from '#lib/domain/critic/question.ts';
import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Tongue } from '#lib/i18n/translate.ts';

/** What is written down of a board alone, as it is now or as it was. */
export type BoardInput = {
	readonly file: Pick<BoardContent, 'workshop' | 'parties' | 'measures' | 'effects'>;
	readonly tongue: Tongue;
};

/** Everything that a report is made from, as it is at one moment. */
export type ReportInput = {
	/** The board with its rounds. */
	readonly file: WorkshopFile;
	/** What the group said and decided. */
	readonly shared: Pick<
		SessionContent,
		| 'challenges'
		| 'dismissals'
		| 'arguments'
		| 'adopted'
		| 'experiments'
		| 'watches'
		| 'expectations'
		| 'signOffs'
		| 'seals'
	>;
	readonly evaluation: Evaluation;
	/** What the built-in critic asks now, heaviest first. */
	readonly questions: readonly Question[];
	/** The words of a rule's question. */
	readonly ask: (ruleId: string) => string;
	/** The scenario that the report is about. */
	readonly scenarioId: string;
	/** What gives the same numbers again. */
	readonly engine: {
		readonly version: string;
		readonly seed: number;
		readonly samples: number;
		readonly probabilityMode: ProbabilityMode;
	};
	readonly tongue: Tongue;
};
