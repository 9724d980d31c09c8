import { isRange, type Quantity } from '#lib/domain/quantity-form.ts';
import type { Language } from '../ui/language.svelte.ts';
import { QuantityDraft } from '../ui/quantity-draft.svelte.ts';
import { quantityParts, type QuantityPart } from '../ui/quantity-entry.ts';
import type { NumberQuestion } from './number-question.ts';

/** One estimate that can be sent. */
export type GivenEstimate = {
	readonly low: number;
	readonly likely: number;
	readonly high: number;
	readonly confidence: number | null;
	readonly reason: string;
};

/** Why an estimate cannot be sent yet; the boxes say themselves what they cannot read. */
export type EstimateProblem = 'empty' | 'incomplete';

type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

type DraftPlace = {
	readonly language: Language;
	readonly question: () => NumberQuestion;
	/** Under which name what is typed is kept on this device. */
	readonly name: string;
	readonly storage: Kept;
};

/**
 * An estimate while somebody is typing it. What is typed stays on this device until it was sent, so
 * that neither a lost connection nor a page that is loaded again takes it away.
 */
export class EstimateDraft {
	readonly numbers: QuantityDraft;
	readonly #place: DraftPlace;
	#value = $state.raw<Quantity>(null);
	#reason = $state('');
	#tried = $state(false);

	constructor(place: DraftPlace) {
		this.#place = place;
		const rules = () => {
			const { kind, unit } = place.question();
			return { value: this.#value, kind, unit };
		};
		this.numbers = new QuantityDraft(place.language, rules);
		this.#restore();
	}

	get reason(): string {
		return this.#reason;
	}

	/** Something was typed here. */
	get started(): boolean {
		return this.#reason !== '' || quantityParts.some((part) => this.numbers.texts[part] !== '');
	}

	/** Why this cannot be sent, after somebody has tried; undefined when it can. */
	get problem(): EstimateProblem | undefined {
		return this.#tried ? this.#problem() : undefined;
	}

	type(part: QuantityPart, text: string): void {
		this.numbers.type(part, text);
		this.#keep();
	}

	leave(): void {
		this.#take(this.numbers.leaveBox());
		this.#keep();
	}

	beSure(confidence: number): void {
		this.#take(this.numbers.beSure(confidence));
		this.#keep();
	}

	explain(reason: string): void {
		this.#reason = reason;
		this.#keep();
	}

	/** Gives the estimate when it is complete; otherwise says under the boxes what is missing. */
	finish(): GivenEstimate | undefined {
		this.#take(this.numbers.leaveBox());
		this.numbers.leaveField();
		this.#tried = true;
		const { reading } = this.numbers;
		if (reading.kind !== 'quantity' || !isRange(reading.quantity)) return undefined;
		const { low, likely, high, confidence } = reading.quantity;
		return { low, likely, high, confidence: confidence ?? null, reason: this.#reason.trim() };
	}

	/** Forgets what is kept on this device, once it is on its way. */
	forget(): void {
		try {
			this.#place.storage.removeItem(this.#place.name);
		} catch {
			// A closed storage kept nothing either.
		}
	}

	#problem(): EstimateProblem | undefined {
		const { reading } = this.numbers;
		if (reading.kind !== 'quantity' || isRange(reading.quantity)) return undefined;
		return reading.quantity === null ? 'empty' : 'incomplete';
	}

	#take(changed: Quantity | undefined): void {
		if (changed !== undefined) this.#value = changed;
	}

	#keep(): void {
		const { texts, confidence } = this.numbers;
		const kept = JSON.stringify({ texts, confidence, reason: this.#reason });
		try {
			this.#place.storage.setItem(this.#place.name, kept);
		} catch {
			// A full storage costs what is typed when the page is closed, not now.
		}
	}

	#restore(): void {
		try {
			const kept: unknown = JSON.parse(this.#place.storage.getItem(this.#place.name) ?? 'null');
			if (isKept(kept)) this.#putBack(kept);
		} catch {
			// What can't be read is as good as nothing.
		}
	}

	#putBack({ texts, confidence, reason }: KeptDraft): void {
		this.#reason = reason;
		for (const part of quantityParts) if (texts[part]) this.numbers.type(part, texts[part]);
		this.#take(
			confidence === undefined ? this.numbers.leaveBox() : this.numbers.beSure(confidence)
		);
	}
}

type KeptDraft = {
	readonly texts: Readonly<Record<QuantityPart, string>>;
	readonly confidence?: number;
	readonly reason: string;
};

function isKept(value: unknown): value is KeptDraft {
	const kept = value as Partial<KeptDraft> | null;
	return typeof kept?.texts === 'object' && typeof kept.reason === 'string';
}
