let last = $state.raw({ sentence: '' });

/** Milliseconds in which news is gathered into one announcement. */
const gatherFor = 2_500;

/** What waits to be said, by what it is about. */
const waiting = new Map<string, string>();

/** Lets a screen reader say one sentence when it is done speaking; only ever called in a browser. */
export function announce(sentence: string): void {
	last = { sentence };
}

/**
 * Lets a screen reader say something together with what else happens in these seconds. Of what is
 * said about one thing only the last is heard: "3 van 8 zijn klaar" once, and not three sentences.
 */
export function announceSoon(about: string, sentence: string): void {
	if (waiting.size === 0) setTimeout(sayTogether, gatherFor);
	waiting.set(about, sentence);
}

function sayTogether(): void {
	const sentences = [...waiting.values()];
	waiting.clear();
	announce(sentences.join('. '));
}

/** What was announced last; a sentence that is announced again is a new object. */
export const announced = {
	get last(): { readonly sentence: string } {
		return last;
	}
};
