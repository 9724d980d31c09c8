import { readKept, writeKept } from '#lib/live/kept.ts';

/** Words that somebody types and that are there again when the page is loaded again. */
export class KeptText {
	readonly #name: string;
	#value = $state('');

	/** @param name under which the words are kept on this device */
	constructor(name: string) {
		this.#name = name;
		this.#value = readKept<string>(name) ?? '';
	}

	get value(): string {
		return this.#value;
	}

	write(value: string): void {
		this.#value = value;
		writeKept(this.#name, value);
	}

	/** Begins anew, after the words were sent. */
	forget(): void {
		this.write('');
	}
}
