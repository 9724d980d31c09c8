import { readMessage, type Message } from '#lib/i18n/message.ts';

/** Stands for what is filled in: it counts as one word. */
const filled = '…';

/**
 * The sentences that a message can say, each once. Every choice in the message is taken, with `…`
 * for what is filled in.
 *
 * @example sentencesOf('{n, plural, one {# kaart.} other {# kaarten.}}') // ['… kaart.', '… kaarten.']
 */
export function sentencesOf(text: string): string[] {
	const message = readMessage(text);
	const readings = Array.from({ length: mostOptions(message) }, (_, turn) => read(message, turn));
	return [...new Set(readings.flatMap((reading) => reading.trim().split(/(?<=[.!?])\s+/)))];
}

/** The words of a sentence; a dash between spaces is none. */
export function wordsOf(sentence: string): string[] {
	return sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word));
}

/** How many readings it takes to see every option of every choice. */
function mostOptions(message: Message): number {
	return message.reduce((most, piece) => {
		if (!('options' in piece)) return most;
		const options = [...piece.options.values()];
		return Math.max(most, options.length * Math.max(...options.map(mostOptions)));
	}, 1);
}

/** What the message says when every choice takes its option of this turn, round and round. */
function read(message: Message, turn: number): string {
	return message
		.map((piece) => {
			if (piece.kind === 'words') return piece.words;
			if (!('options' in piece)) return filled;
			const options = [...piece.options.values()];
			const option = options[turn % options.length];
			return option ? read(option, Math.floor(turn / options.length)) : '';
		})
		.join('');
}
