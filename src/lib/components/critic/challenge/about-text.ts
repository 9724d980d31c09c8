import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { Target } from '#lib/domain/challenge.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { targetName } from '../record-names.ts';
import { numberName } from './number-names.ts';

/** Says what a challenge is about: the card, and the number on it if it is about one. */
export function aboutText(
	target: Target,
	{ content, shared }: Pick<WorkshopSession, 'content' | 'shared'>,
	tongue: Tongue
): string {
	const card = targetName(target, { ...content, rounds: shared.rounds }, tongue);
	const number =
		target.field === null ? undefined : numberName(target.field, target, content, tongue);
	return number === undefined ? card : tongue.t('challenge.number-of', { number, card });
}
