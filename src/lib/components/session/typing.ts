/** Milliseconds after a keystroke in which somebody still counts as typing. */
const stillTyping = 8_000;

const textFields = 'textarea, input:not([type=checkbox], [type=radio], [type=button]), select';

/** Knows whether somebody is in the middle of something, so that nobody is moved while they type. */
export class Typing {
	readonly #now: () => number;
	#last = -Infinity;

	/** @param now milliseconds by the clock of this device */
	constructor(now: () => number = Date.now) {
		this.#now = now;
	}

	/** They have a field in hand, a dialog open, or typed a moment ago. */
	get busy(): boolean {
		const inField = document.activeElement?.matches(textFields) ?? false;
		const inDialog = document.querySelector('dialog[open]') !== null;
		return inField || inDialog || this.#now() - this.#last < stillTyping;
	}

	/** Follows the keyboard; gives the way to stop. */
	follow(): () => void {
		const note = () => (this.#last = this.#now());
		document.addEventListener('input', note, true);
		return () => document.removeEventListener('input', note, true);
	}
}
