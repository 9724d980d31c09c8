import type { Effect, Evidence } from '#lib/domain/effect.ts';
import { isLognormal, isRange, type Quantity } from '#lib/domain/quantity.ts';
import type { BoardView } from './board-view.ts';

/** How sure a line is: substantiated or pledged, plausible or not yet pledged, a wish. */
type Certainty = 'solid' | 'striped' | 'dotted';

/** The place of a card on the board; a party can have a card in the first and in the last column. */
export type CardPlace = `${'payer' | 'measure' | 'effect' | 'receiver'}:${string}`;

export type Link = {
	readonly id: string;
	readonly from: CardPlace;
	readonly to: CardPlace;
	readonly colour: 'inleg' | 'doen' | 'verandert' | 'harm';
	readonly certainty: Certainty;
	/** Euros as they were entered, or undefined when there is no sum of money for this line. */
	readonly money?: number;
	/** Plus signs, when nobody wanted numbers. */
	readonly strength?: 1 | 2 | 3;
};

/**
 * Gives the best guess of a number: the point, the likely value, or the median of a range
 * without a best guess (the geometric mean of its ends); undefined when it was not estimated.
 */
export function bestGuess(quantity: Quantity): number | undefined {
	if (quantity === null) return undefined;
	if (isRange(quantity)) return quantity.likely;
	if (isLognormal(quantity)) return Math.sqrt(quantity.low * quantity.high);
	return quantity;
}

/** Gives the certainty of an effect: level 3 and up is substantiated, 1 and 2 plausible, else a wish. */
function certaintyOf({ level }: Evidence): Certainty {
	if (level === null || level === 0) return 'dotted';
	return level >= 3 ? 'solid' : 'striped';
}

function effectLook(effect: Effect): Pick<Link, 'certainty' | 'strength'> {
	return { certainty: certaintyOf(effect.evidence), strength: effect.strength ?? undefined };
}

/** Draws up every line of the board, from left to right. */
export function linksOf(view: BoardView): Link[] {
	const inputs = view.payers.flatMap(({ party, payments }) =>
		payments.map(({ contribution, measureId }): Link => ({
			id: `inleg:${measureId}:${contribution.id}`,
			from: `payer:${party.id}`,
			to: `measure:${measureId}`,
			colour: 'inleg',
			certainty: contribution.confirmed ? 'solid' : 'striped',
			money: bestGuess(contribution.amount)
		}))
	);
	const changes = view.effects.flatMap((effect) =>
		effect.measureIds.map((measureId): Link => ({
			id: `doen:${measureId}:${effect.id}`,
			from: `measure:${measureId}`,
			to: `effect:${effect.id}`,
			colour: effect.direction === 'harm' ? 'harm' : 'doen',
			...effectLook(effect)
		}))
	);
	const receipts = view.receivers.flatMap(({ party, receipts: own }) =>
		own.map(({ effect }): Link => ({
			id: `verandert:${effect.id}:${party.id}`,
			from: `effect:${effect.id}`,
			to: `receiver:${party.id}`,
			colour: effect.direction === 'harm' ? 'harm' : 'verandert',
			...effectLook(effect)
		}))
	);
	return [...inputs, ...changes, ...receipts];
}

function sameLink(one: Link, other: Link): boolean {
	return (
		one.id === other.id &&
		one.colour === other.colour &&
		one.certainty === other.certainty &&
		one.money === other.money &&
		one.strength === other.strength &&
		one.from === other.from
	);
}

/** Gives the lines of before when none has changed, so that nothing is measured and drawn again. */
export function keepLinks(links: readonly Link[], before: readonly Link[]): readonly Link[] {
	const same =
		links.length === before.length &&
		links.every((link, place) => {
			const old = before[place];
			return old !== undefined && sameLink(link, old);
		});
	return same ? before : links;
}

/** Gives the ids of the lines that lead to or from a card, directly or through other cards. */
export function connectedTo(place: CardPlace, links: readonly Link[]): Set<string> {
	const lit = new Set<string>();
	follow(place, links, { along: 'from', towards: 'to' }, lit);
	follow(place, links, { along: 'to', towards: 'from' }, lit);
	return lit;
}

type Direction = { along: 'from' | 'to'; towards: 'from' | 'to' };

function follow(
	start: CardPlace,
	links: readonly Link[],
	{ along, towards }: Direction,
	lit: Set<string>
): void {
	const reached = new Set<CardPlace>([start]);
	for (const place of reached) {
		for (const link of links) {
			if (link[along] !== place) continue;
			lit.add(link.id);
			reached.add(link[towards]);
		}
	}
}
