/**
 * What nodes tell each other: that workshops have another owner than before, or none. It only spares
 * look-ups; whoever hears nothing looks up a little more often and a little later.
 */
export type Signals = {
	/** True while what others say is heard. */
	readonly live: boolean;
	/** Tells all other nodes; what can't be told now is left out. */
	readonly tell: (workshopIds: readonly string[]) => void;
	readonly stop: () => Promise<void>;
};

/** How many workshops one message names at most, so that it stays under 8,000 bytes. */
const mostAtOnce = 100;

/** Puts workshops into messages. */
export function messagesFor(workshopIds: readonly string[]): string[] {
	const messages: string[] = [];
	for (let from = 0; from < workshopIds.length; from += mostAtOnce) {
		messages.push(JSON.stringify(workshopIds.slice(from, from + mostAtOnce)));
	}
	return messages;
}

/** Reads a message; one that is none names no workshop. */
export function readMessage(text: string): string[] {
	try {
		const named: unknown = JSON.parse(text);
		return Array.isArray(named) ? named.filter((id) => typeof id === 'string') : [];
	} catch {
		return [];
	}
}
