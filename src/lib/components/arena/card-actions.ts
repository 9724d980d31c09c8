import type { MenuItem } from '#lib/components/ui/Menu.svelte';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Arena } from './arena-state.svelte.ts';
import { focusCard } from './card-focus.ts';
import { cardAt, type CardRecord } from './card-record.ts';
import type { CardPlace } from './links.ts';
import { canMove, directions, type Direction } from './moves.ts';

const toMeasure = 'measure:';

/** What the menu of a card can do; with `measure:` in front, it moves an effect to that measure. */
type CardAction = 'rename' | 'remove' | 'ask' | Direction | `measure:${string}`;

/** Lists where a card can be moved to: along its column, and for an effect to another measure. */
export function moveActions(arena: Arena, card: CardRecord, t: Translate): MenuItem<CardAction>[] {
	const ids = arena.idsBeside(card);
	const along = directions.map((direction) => ({
		id: direction,
		label: t(`card.move.${direction}`),
		disabled: !canMove(ids, card.id, direction)
	}));
	return [...along, ...measuresFor(arena, card, t)];
}

function measuresFor(arena: Arena, { kind, id }: CardRecord, t: Translate): MenuItem<CardAction>[] {
	if (kind !== 'effect') return [];
	const { effects, measures } = arena;
	const own = effects.find((effect) => effect.id === id)?.measureIds ?? [];
	return measures
		.filter((measure) => own.length !== 1 || own[0] !== measure.id)
		.map((measure) => ({
			id: `${toMeasure}${measure.id}` as const,
			label: t('card.move.to-measure', { title: measure.title })
		}));
}

/** Lists everything that the menu of a card can do. */
export function cardActions(arena: Arena, card: CardRecord, t: Translate): MenuItem<CardAction>[] {
	const ask = { id: 'ask' as const, label: t('challenge.raise') };
	if (!arena.session.canEdit) return [ask];
	return [
		{ id: 'rename', label: t('card.rename') },
		...moveActions(arena, card, t),
		ask,
		{ id: 'remove', label: t('card.remove') }
	];
}

/** Does it, and keeps the focus on the card or, when it is gone, on the one beside it. */
export function doCardAction(
	arena: Arena,
	card: CardRecord,
	action: Exclude<CardAction, 'ask'>
): void {
	if (action === 'rename') return arena.startRenaming(card);
	const focused = action === 'remove' ? placeBeside(arena, card) : card.place;
	if (action === 'remove') arena.remove(card);
	else if (isToMeasure(action)) moveToMeasure(arena, card, action.slice(toMeasure.length));
	else arena.move(card, action);
	// A menu in the editor keeps the focus there.
	if (!document.querySelector('dialog[open]')) void focusCard(focused);
}

function placeBeside(arena: Arena, { place, id }: CardRecord): CardPlace | undefined {
	const ids = arena.idsBeside(cardAt(place));
	const at = ids.indexOf(id);
	const neighbour = ids[at + 1] ?? ids[at - 1];
	if (neighbour === undefined) return undefined;
	return place.replace(/:.*/, `:${neighbour}`) as CardPlace;
}

function isToMeasure(action: CardAction): action is `measure:${string}` {
	return action.startsWith(toMeasure);
}

function moveToMeasure(arena: Arena, { id }: CardRecord, measureId: string): void {
	arena.session.change((board) => board.change('effect', id, { measureIds: [measureId] }));
}
