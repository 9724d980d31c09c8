import type { CardPlace } from './links.ts';

/** The records that have a card of their own. */
export type CardKind = 'party' | 'measure' | 'effect';

/** A card and the record it shows. */
export type CardRecord = {
	readonly place: CardPlace;
	readonly kind: CardKind;
	readonly id: string;
};

export function payerCard(id: string): CardRecord {
	return { place: `payer:${id}`, kind: 'party', id };
}

export function receiverCard(id: string): CardRecord {
	return { place: `receiver:${id}`, kind: 'party', id };
}

export function measureCard(id: string): CardRecord {
	return { place: `measure:${id}`, kind: 'measure', id };
}

export function effectCard(id: string): CardRecord {
	return { place: `effect:${id}`, kind: 'effect', id };
}

/** Gives the card at a place. */
export function cardAt(place: CardPlace): CardRecord {
	const [column = '', id = ''] = place.split(':');
	const kind = column === 'measure' || column === 'effect' ? column : 'party';
	return { place, kind, id };
}
