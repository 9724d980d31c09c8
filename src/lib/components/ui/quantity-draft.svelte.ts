import type { Quantity } from '#lib/domain/quantity.ts';
import type { NumberReading, UnreadableReason } from '#lib/i18n/read-number.ts';
import type { Language } from './language.svelte.ts';
import { readIn, typedIn, type NumberUnit } from './number-unit.ts';
import {
	confidenceOf,
	quantityParts,
	quantityTexts,
	readQuantity,
	type QuantityKind,
	type QuantityPart,
	type QuantityReading,
	type QuantityTexts
} from './quantity-entry.ts';

/** What a quantity field stores, and where the quantity may lie. */
export type QuantityRules = { value: Quantity; kind: QuantityKind; unit: NumberUnit };

type Draft = { texts: QuantityTexts; confidence: number | undefined };

/**
 * A quantity while somebody is typing it: three texts and a certainty.
 *
 * The draft covers the stored quantity from the first keystroke until the field is left with
 * something that can be stored; a draft that cannot be stored stays.
 */
export class QuantityDraft {
	readonly #language: Language;
	readonly #rules: () => QuantityRules;
	#draft = $state.raw<Draft>();
	#left = $state(false);

	constructor(language: Language, rules: () => QuantityRules) {
		this.#language = language;
		this.#rules = rules;
	}

	get texts(): QuantityTexts {
		const { value, unit } = this.#rules();
		return this.#draft?.texts ?? quantityTexts(value, unit, this.#language.current);
	}

	get confidence(): number | undefined {
		return this.#draft ? this.#draft.confidence : confidenceOf(this.#rules().value);
	}

	/** True when somebody has left the field; before that it does not complain. */
	get left(): boolean {
		return this.#left;
	}

	get reading(): QuantityReading {
		const readings = Object.fromEntries(
			quantityParts.map((part) => [part, this.readingOf(part)])
		) as Record<QuantityPart, NumberReading>;
		return readQuantity(readings, this.confidence, this.#rules().kind);
	}

	readingOf(part: QuantityPart): NumberReading {
		return readIn(this.#rules().unit, this.texts[part], this.#language.current);
	}

	/** The two texts that each mean one of the numbers a box may mean. */
	choicesOf(part: QuantityPart): readonly string[] {
		const reading = this.readingOf(part);
		if (reading.kind !== 'ambiguous') return [];
		const { unit } = this.#rules();
		return reading.readings.map((value) => typedIn(unit, value, this.#language.current));
	}

	/** Why a box is not a number; only after somebody left the field. */
	reasonOf(part: QuantityPart): UnreadableReason | undefined {
		const reading = this.readingOf(part);
		return this.#left && reading.kind === 'unreadable' ? reading.reason : undefined;
	}

	/** Takes over a keystroke and gives the quantity, if there is one now that differs. */
	type(part: QuantityPart, text: string): Quantity | undefined {
		return this.#change({ texts: { ...this.texts, [part]: text }, confidence: this.confidence });
	}

	/** Takes over how sure somebody is and gives the quantity, if there is one that differs. */
	beSure(confidence: number): Quantity | undefined {
		return this.#change({ texts: this.texts, confidence });
	}

	leave(): void {
		this.#left = true;
		if (this.reading.kind === 'quantity') this.#draft = undefined;
	}

	#change(draft: Draft): Quantity | undefined {
		this.#draft = draft;
		this.#left = false;
		const { reading } = this;
		if (reading.kind !== 'quantity') return undefined;
		const differs = JSON.stringify(reading.quantity) !== JSON.stringify(this.#rules().value);
		return differs ? reading.quantity : undefined;
	}
}
