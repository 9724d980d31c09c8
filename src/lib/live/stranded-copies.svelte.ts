import { copyText } from './board-text.ts';
import { forgetCopy, strandedCopies, type CopyKey } from './device-copy.ts';

/**
 * Copies on this device with edits that the server never had and won't take any more: typed as another
 * member, or before the workshop was put back from a backup.
 */
export class StrandedCopies {
	#names = $state.raw<readonly string[]>([]);

	/** `own` is the copy that is in use. */
	constructor(own: CopyKey) {
		this.#names = strandedCopies(own);
	}

	get names(): readonly string[] {
		return this.#names;
	}

	/** Gives such a copy as the text of a workshop file. */
	read(copy: string): Promise<string> {
		return copyText(copy);
	}

	/** Removes such a copy from this device. */
	async drop(copy: string): Promise<void> {
		this.#names = this.#names.filter((one) => one !== copy);
		await forgetCopy(copy);
	}
}
