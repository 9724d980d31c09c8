import { loadMessages } from '#lib/i18n/messages.ts';
import type { Language } from '#lib/domain/vocabulary.ts';
import {
	parseWorkshopFile,
	parseWorkshopValue,
	problemAt,
	workshopFormat,
	workshopVersion,
	type ParsedWorkshop,
	type Problem,
	type WorkshopFile
} from '#lib/domain/workshop-file.ts';
import { demoWorkshop } from '#lib/domain/library/demos.ts';
import { reason } from '#lib/domain/reason.ts';
import { newSettings } from '#lib/domain/workshop.ts';
import { ApiError } from '../api-error.ts';

/** The example workshop in a language. */
export function demoFile(language: Language): WorkshopFile {
	return acceptFile(parseWorkshopValue(demoWorkshop(language))).file;
}

/** A workshop without anything in it but a title. */
export async function emptyFile(about: {
	readonly id: string;
	readonly language: Language;
	readonly title: string | undefined;
	readonly startYear: number;
}): Promise<WorkshopFile> {
	const { id, language, startYear } = about;
	const title = about.title || (await loadMessages(language))['server.new-workshop'];
	return {
		format: workshopFormat,
		version: workshopVersion,
		workshop: newSettings(id, { title, language, startYear }),
		parties: [],
		indicators: [],
		causes: [],
		measures: [],
		effects: [],
		scenarios: [],
		rounds: [],
		challenges: []
	};
}

/** @throws {ApiError} 400 with every problem that the file has */
export function readFile(source: Uint8Array): AcceptedFile {
	return acceptFile(parseWorkshopFile(source));
}

/** @throws {ApiError} 400 with every problem that the value has */
export function readFileValue(value: unknown): AcceptedFile {
	return acceptFile(parseWorkshopValue(value));
}

export type AcceptedFile = { readonly file: WorkshopFile; readonly warnings: readonly Problem[] };

function acceptFile({ file, problems, warnings }: ParsedWorkshop): AcceptedFile {
	if (file) return { file, warnings };
	const [first] = problems;
	throw new ApiError('bad-file', first?.message ?? 'This is not a workshop file.', {
		path: first?.path,
		extra: { problems, warnings }
	});
}

/** Says that a board which is replaced leaves challenges, rounds and adoption as they are. */
export function warnedOfSession({ file, warnings }: AcceptedFile): Problem[] {
	const passedOver = [
		...(file.rounds.length > 0 ? ['rounds'] : []),
		...(file.challenges.length > 0 ? ['challenges'] : []),
		...file.scenarios.flatMap(({ status }, index) =>
			status === 'adopted' ? [`scenarios.${index}.status`] : []
		)
	];
	return [...warnings, ...passedOver.map((path) => problemAt(path, reason('session-only')))];
}
