import type { NumberReading } from '#lib/i18n/read-number.ts';
import type { Language } from './language.svelte.ts';
import { echoOf, readIn, shownIn, typedIn, type NumberUnit } from './number-unit.ts';

/** What a number field stores and what it allows. */
export type NumberRules = {
	value: number | null;
	unit: NumberUnit;
	min?: number | undefined;
	max?: number | undefined;
	/** Only whole numbers. */
	whole?: boolean | undefined;
};

/**
 * One number on its way from the keyboard to the workshop.
 *
 * What somebody types stays on the screen as typed until it can be read and they leave the field;
 * only then it is stored, because `1.23` may be on the way to `1.234`. Nothing that was typed
 * disappears because it is not a number.
 */
export class NumberEntry {
	readonly #language: Language;
	readonly #rules: () => NumberRules;
	/** The text outside the runes: a component that is taken down reads older runes. */
	#held: string | undefined;
	#typed = $state<string>();
	#left = $state(false);

	constructor(language: Language, rules: () => NumberRules) {
		this.#language = language;
		this.#rules = rules;
	}

	get text(): string {
		const { unit, value } = this.#rules();
		return this.#typed ?? typedIn(unit, value, this.#language.current);
	}

	get reading(): NumberReading {
		return readIn(this.#rules().unit, this.text, this.#language.current);
	}

	get echo(): string | undefined {
		return echoOf(this.#rules().unit, this.text, this.#language.current);
	}

	/** What is wrong and what to type; only after somebody left the field. */
	get problem(): string | undefined {
		const reading = this.reading;
		if (!this.#left || this.#typed === undefined) return undefined;
		if (reading.kind === 'unreadable')
			return this.#language.t(`number.unreadable.${reading.reason}`);
		return reading.kind === 'number' ? this.#refusal(reading.value) : undefined;
	}

	/** The two numbers that the text may mean, each as a text that means only that one. */
	get choices(): readonly string[] {
		const reading = this.reading;
		if (reading.kind !== 'ambiguous') return [];
		const { unit } = this.#rules();
		return reading.readings.map((value) => typedIn(unit, value, this.#language.current));
	}

	type(text: string): void {
		this.#hold(text);
		this.#left = false;
	}

	/** Ends the typing and gives the number to store, null for none, if it differs. */
	leave(): number | null | undefined {
		this.#left = true;
		if (this.#held === undefined) return undefined;
		const accepted = this.#accepted(this.#held);
		if (accepted === undefined) return undefined;
		this.#hold(undefined);
		return accepted === this.#rules().value ? undefined : accepted;
	}

	#hold(text: string | undefined): void {
		this.#held = text;
		this.#typed = text;
	}

	/** The number that may be stored: null for an empty field, undefined as long as it is none. */
	#accepted(text: string): number | null | undefined {
		const reading = readIn(this.#rules().unit, text, this.#language.current);
		if (reading.kind === 'empty') return null;
		if (reading.kind !== 'number' || this.#refusal(reading.value)) return undefined;
		return reading.value;
	}

	#refusal(value: number): string | undefined {
		const { unit, min, max, whole } = this.#rules();
		const { t, current } = this.#language;
		if (min !== undefined && value < min) {
			return t('number.too-low', { lowest: shownIn(unit, min, current) });
		}
		if (max !== undefined && value > max) {
			return t('number.too-high', { highest: shownIn(unit, max, current) });
		}
		return whole && !Number.isInteger(value) ? t('number.not-whole') : undefined;
	}
}
