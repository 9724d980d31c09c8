import type { Target } from '#lib/domain/challenge.ts';
import { placeText } from './record-place.ts';

/** What stands before a place that is filled in on the critic's own screen. */
export const editPrefix = 'edit.';

/** What stands before a question that only a person can ask. */
export const promptPrefix = 'prompt.';

/** Fields of the workshop that are filled in among its settings; everything else about it is a list. */
const settingsFields = ['people', 'title', 'question', 'area', 'policy', 'haircuts'];

/** Lists of the workshop that have a screen of their own, where each begins. */
const focusFields = ['causes', 'indicators'];

/**
 * Gives the address where a field is filled in; the screen there opens it and puts the focus in it.
 * Cards are filled in on the arena, indicators and causes where is zoomed in on them, settings among
 * the settings, and what has no screen of its own on a sheet over the critic's screen.
 */
export function doorOf(target: Target, workshopId: string): string {
	const base = `/w/${workshopId}`;
	const { kind, field } = target;
	if (kind === 'party' || kind === 'measure' || kind === 'effect')
		return `${base}/arena#${placeText(target)}`;
	if (kind === 'indicator' || kind === 'cause') return `${base}/focus#${placeText(target)}`;
	if (kind === 'workshop' && focusFields.includes(field ?? ''))
		return `${base}/focus#${placeText(target)}`;
	if (kind === 'workshop' && settingsFields.includes(field?.split('.')[0] ?? ''))
		return `${base}/settings#${placeText(target)}`;
	if (kind === 'workshop' && (field === 'effects' || field === null)) return `${base}/arena`;
	if (kind === 'workshop' && field === 'challenges') return `${base}/critic`;
	if (kind === 'scenario' && (field === null || field === 'choices' || field === 'status'))
		return `${base}/scenarios#${placeText(target)}`;
	return `${base}/critic#${editPrefix}${placeText(target)}`;
}
