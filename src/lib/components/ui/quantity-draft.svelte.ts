import type { Quantity } from '#lib/domain/quantity.ts';
import type { NumberReading, UnreadableReason } from '#lib/i18n/read-number.ts';
import type { Language } from './language.svelte.ts';
import { readIn, typedIn, type NumberUnit } from './number-unit.ts';
import {
	confidenceOf,
	isUnfinished,
	quantityParts,
	quantityTexts,
	readQuantity,
	type QuantityKind,
	type QuantityPart,
	type QuantityProblem,
	type QuantityReading,
	type QuantityTexts
} from './quantity-entry.ts';

/** What a quantity field stores, and where the quantity may lie. */
export type QuantityRules = { value: Quantity; kind: QuantityKind; unit: NumberUnit };

type Draft = { texts: QuantityTexts; confidence: number | undefined };

/**
 * A quantity while somebody is typing it: three texts and a certainty.
 *
 * The draft covers the stored quantity from the first keystroke until a box is left with something
 * that can be stored. Nothing is stored at a keystroke: `1.23` on the way to `1.234` is not what
 * somebody meant. A draft that cannot be stored stays, with what is wrong with it.
 */
export class QuantityDraft {
	readonly #language: Language;
	readonly #rules: () => QuantityRules;
	/** The draft outside the runes: a component that is taken down reads older runes. */
	#held: Draft | undefined;
	#draft = $state.raw<Draft>();
	#typing = $state<QuantityPart>();
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

	get reading(): QuantityReading {
		return this.#read({ texts: this.texts, confidence: this.confidence });
	}

	/** Why the boxes are no quantity; boxes that are still empty count when the field is left. */
	get problem(): QuantityProblem | undefined {
		const { reading } = this;
		if (reading.kind !== 'problem' || this.#typing) return undefined;
		return this.#left || !isUnfinished(reading.problem) ? reading.problem : undefined;
	}

	readingOf(part: QuantityPart): NumberReading {
		return this.#readText(this.texts[part]);
	}

	/** The two texts that each mean one of the numbers a box may mean. */
	choicesOf(part: QuantityPart): readonly string[] {
		const reading = this.readingOf(part);
		if (reading.kind !== 'ambiguous') return [];
		const { unit } = this.#rules();
		return reading.readings.map((value) => typedIn(unit, value, this.#language.current));
	}

	/** Why a box is not a number; not while somebody is typing in it. */
	reasonOf(part: QuantityPart): UnreadableReason | undefined {
		const reading = this.readingOf(part);
		return this.#typing !== part && reading.kind === 'unreadable' ? reading.reason : undefined;
	}

	/** Takes over a keystroke. */
	type(part: QuantityPart, text: string): void {
		this.#hold({ texts: { ...this.texts, [part]: text }, confidence: this.confidence });
		this.#typing = part;
		this.#left = false;
	}

	/** Takes over how sure somebody is and gives the quantity, if there is one that differs. */
	beSure(confidence: number): Quantity | undefined {
		this.#hold({ texts: this.texts, confidence });
		return this.leaveBox();
	}

	/** Ends the typing in a box and gives the quantity to store, if there is one that differs. */
	leaveBox(): Quantity | undefined {
		this.#typing = undefined;
		if (!this.#held) return undefined;
		const reading = this.#read(this.#held);
		if (reading.kind !== 'quantity') return undefined;
		this.#hold(undefined);
		const differs = JSON.stringify(reading.quantity) !== JSON.stringify(this.#rules().value);
		return differs ? reading.quantity : undefined;
	}

	/** Tells that nobody is in any of the boxes now. */
	leaveField(): void {
		this.#left = true;
	}

	#hold(draft: Draft | undefined): void {
		this.#held = draft;
		this.#draft = draft;
	}

	#read({ texts, confidence }: Draft): QuantityReading {
		const readings = Object.fromEntries(
			quantityParts.map((part) => [part, this.#readText(texts[part])])
		) as Record<QuantityPart, NumberReading>;
		return readQuantity(readings, confidence, this.#rules().kind);
	}

	#readText(text: string): NumberReading {
		return readIn(this.#rules().unit, text, this.#language.current);
	}
}
