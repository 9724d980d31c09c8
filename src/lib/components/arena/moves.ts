import type { Placement } from '#lib/document/content.ts';

/** The directions in which a card can be moved within its column. */
export const directions = ['up', 'down', 'top', 'bottom'] as const;

export type Direction = (typeof directions)[number];

/** Says whether a card can go further in a direction, among the cards that are shown. */
export function canMove(ids: readonly string[], id: string, direction: Direction): boolean {
	const at = ids.indexOf(id);
	if (at < 0) return false;
	return direction === 'up' || direction === 'top' ? at > 0 : at < ids.length - 1;
}

/**
 * Gives the place in the whole list that moves a card one step, or to an end, among the cards shown;
 * undefined when it already stands there.
 */
export function placementFor(
	ids: readonly string[],
	id: string,
	direction: Direction
): Placement | undefined {
	if (!canMove(ids, id, direction)) return undefined;
	const at = ids.indexOf(id);
	const target = { up: at - 1, down: at + 1, top: 0, bottom: ids.length - 1 }[direction];
	const neighbour = ids[target];
	if (neighbour === undefined) return undefined;
	return direction === 'up' || direction === 'top' ? { before: neighbour } : { after: neighbour };
}
