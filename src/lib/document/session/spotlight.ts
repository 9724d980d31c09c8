import type { Target } from '#lib/domain/challenge.ts';
import type { Quantity } from '#lib/domain/quantity-form.ts';

/** The card in the spotlight, with the numbers on it. */
export type SpotlightView = {
	readonly kind: Target['kind'];
	readonly id: string;
	readonly title: string;
	readonly numbers: readonly ShownNumber[];
	/** The year in whose prices euros are. */
	readonly priceYear: number;
	/** An effect that rests on a gut feeling or a story: its ranges are hatched. */
	readonly weak: boolean;
};

/** A number on a card, in words. */
export type ShownNumber = {
	/** Units a year, euros per unit, the euros or hours that a party puts in, the last value of a figure, its norm. */
	readonly kind: 'amount' | 'price' | 'money' | 'hours' | 'latest' | 'norm';
	/** Of the amount, of what the price is for, or of the figure. */
	readonly unit: string;
	/** The party that puts it in, or the period of the figure. */
	readonly name: string;
	/** It is put in every year. */
	readonly yearly: boolean;
	/** Null when nobody filled it in, and as long as it is asked. */
	readonly quantity: Quantity;
	/** It is estimated blind at this moment, so what stands on the card is kept back. */
	readonly asked: boolean;
};
