import { buildReport } from '#lib/components/report/build-report.ts';
import type { ReportInput } from '#lib/components/report/report-input.ts';
import { Critic } from '#lib/domain/critic/criticise.ts';
import { questionsOf } from '#lib/domain/critic/question.ts';
import { textsOf } from '#lib/domain/critic/texts.ts';
import { createEngine, engineVersion } from '#lib/domain/valuation/engine.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Report } from '#lib/exporters/report.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate, type Tongue } from '#lib/i18n/translate.ts';

export async function tongueOf(current: LanguageCode): Promise<Tongue> {
	return { current, t: createTranslate(current, await loadMessages(current)) };
}

const nothingSaid: ReportInput['shared'] = {
	challenges: [],
	dismissals: [],
	arguments: [],
	adopted: [],
	experiments: [],
	watches: [],
	expectations: [],
	signOffs: [],
	seals: []
};

type Given = {
	readonly file: WorkshopFile;
	readonly scenarioId: string;
	readonly tongue: Tongue;
	readonly shared?: Partial<ReportInput['shared']>;
};

/** Makes the report as the screen does, with few samples and always the same seed. */
export function reportFor({ file, scenarioId, tongue, shared }: Given): Report {
	const engine = createEngine({ samplesPerReplicate: 256, replicates: 1 });
	return buildReport({
		...{ file, scenarioId, tongue },
		evaluation: engine.evaluate(file, { detailsOf: scenarioId }),
		questions: questionsOf(new Critic().judge(file).findings),
		ask: (ruleId) => textsOf(ruleId).question[tongue.current],
		engine: {
			...{ version: engineVersion, seed: engine.seed, samples: engine.samples },
			probabilityMode: 'expected'
		},
		shared: { ...nothingSaid, challenges: fromFile(file), ...shared }
	});
}

/** The challenges of a file as a session keeps them. */
function fromFile(file: WorkshopFile): ReportInput['shared']['challenges'] {
	return file.challenges.map((challenge) => ({
		...challenge,
		...{ evidence: '', investigator: null, at: null, by: null, history: [] }
	}));
}

/** Every text of a report, one after the other. */
export function wordsOf(report: Report): string {
	const words: string[] = [];
	const collect = (part: unknown): void => {
		if (typeof part === 'string') words.push(part);
		else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
	};
	collect(report);
	return words.join('\n');
}
