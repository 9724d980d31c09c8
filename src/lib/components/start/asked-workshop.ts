import type { LanguageCode } from '#lib/i18n/languages.ts';
import type { NewWorkshop } from './start-workshop.svelte.ts';

/** What somebody fills in to begin a workshop; both may be empty. */
export type Beginning = { title: string; question: string; language: LanguageCode };

/** How far a workshop looks ahead until somebody chooses otherwise, in years. */
const horizonYears = 10;

/**
 * Makes the request for a new workshop. A question goes in a workshop file with nothing else in it,
 * because a file is the way to start with more than a title.
 */
export function askedWorkshop(
	{ title, question, language }: Beginning,
	untitled: string,
	fresh: { id: string; startYear: number }
): NewWorkshop {
	const named = title.trim();
	const asked = question.trim();
	if (!asked) return { title: named, language };
	const workshop = { ...fresh, horizonYears, language, title: named || untitled, question: asked };
	return { file: { format: 'tegenwicht/workshop', version: 1, workshop } };
}
