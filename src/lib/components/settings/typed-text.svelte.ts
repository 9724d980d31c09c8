/** A text on its way to the workshop: as typed while somebody types, as stored before and after. */
export class TypedText {
	readonly #stored: () => string;
	#typed = $state<string>();

	constructor(stored: () => string) {
		this.#stored = stored;
	}

	get current(): string {
		return this.#typed ?? this.#stored();
	}

	/** Takes over a keystroke; written so that a text field can bind to it. */
	set current(text: string) {
		this.#typed = text;
	}

	/** Shows what is stored again, when somebody is done typing. */
	release(): void {
		this.#typed = undefined;
	}
}
