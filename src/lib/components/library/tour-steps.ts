/** The method in ten screens, in the order in which a group meets it. */
export const tourSteps = [
	'question',
	'research',
	'arena',
	'numbers',
	'blind',
	'critic',
	'matrix',
	'scenarios',
	'decide',
	'learn'
] as const;

/** Reads which screen of the tour an address names, from 1; the first one where it names none. */
export function placeInTour(asked: string | null): number {
	const place = Number(asked);
	return Number.isInteger(place) && place >= 1 && place <= tourSteps.length ? place : 1;
}
