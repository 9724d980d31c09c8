let last = $state.raw({ sentence: '' });

/** Lets a screen reader say one sentence when it is done speaking; only ever called in a browser. */
export function announce(sentence: string): void {
	last = { sentence };
}

/** What was announced last; a sentence that is announced again is a new object. */
export const announced = {
	get last(): { readonly sentence: string } {
		return last;
	}
};
