import { mostNewClients } from './budget.ts';
import type { Known } from './known.ts';
import { placeStructs } from './placing.ts';
import { refusalOf, type CloseCode } from './refusal.ts';
import type { Update } from './update.ts';

/** Who sends an update, and what the room lets them do. */
export type Sender = {
	readonly memberId: string;
	readonly mayWrite: boolean;
	/** True when nothing older can follow: the frame is a step 2, or that has come before. */
	readonly complete: boolean;
};

/** What the room holds at this moment. */
export type Surroundings = {
	readonly known: Known;
	/** To whom a client id belongs: undefined is nobody yet, null the server. */
	readonly ownerOf: (client: number) => string | null | undefined;
	/** Bytes that the document may still grow. */
	readonly room: number;
};

/**
 * `accept`: durable first, then applied. `nothing`: everything in it is there already.
 * `hold`: something older is missing, which a client's step 2 may still bring.
 */
export type Verdict =
	| { readonly verdict: 'accept'; readonly newClients: readonly number[] }
	| { readonly verdict: 'nothing' }
	| { readonly verdict: 'hold' }
	| { readonly verdict: 'refuse'; readonly code: CloseCode; readonly rule: string };

/**
 * Judges one update against a room, and on `accept` counts it among what is known.
 *
 * Nothing is applied here: a refused update leaves no trace.
 */
export function judge(update: Update, sender: Sender, surroundings: Surroundings): Verdict {
	surroundings.known.begin();
	const verdict = refusalOf(() => verdictOn(update, sender, surroundings));
	if ('refusal' in verdict) {
		surroundings.known.forget();
		return { verdict: 'refuse', ...verdict.refusal };
	}
	if (verdict.verdict !== 'accept') surroundings.known.forget();
	return verdict;
}

function verdictOn(update: Update, sender: Sender, surroundings: Surroundings): Verdict {
	const { known } = surroundings;
	const owned = ownership(update, sender, surroundings);
	if (owned.verdict === 'refuse') return owned;
	if (!sender.mayWrite) return readOnly(update, known);
	const { added, gap } = placeStructs(update, known);
	if (gap || hasUnknownDeletions(update, known)) {
		return sender.complete ? refuse(4400, 'gap') : { verdict: 'hold' };
	}
	if (added === 0 && !hasNewDeletions(update, known)) return { verdict: 'nothing' };
	// A document that is full can still be made smaller.
	if (added > 0 && update.size > surroundings.room) return refuse(4413, 'document');
	return owned;
}

/** A forged client id would make the server drop its owner's real edits for ever. */
function ownership(
	update: Update,
	{ memberId }: Sender,
	{ known, ownerOf }: Surroundings
): Verdict & { verdict: 'accept' | 'refuse' } {
	const newClients: number[] = [];
	for (const [client, structs] of update.structs) {
		const last = structs.at(-1);
		if (!last || last.clock + last.length <= known.clockOf(client)) continue;
		const owner = ownerOf(client);
		if (owner === undefined) newClients.push(client);
		else if (owner !== memberId) return refuse(4403, 'owner');
	}
	if (newClients.length > mostNewClients) return refuse(4400, 'new-clients');
	return { verdict: 'accept', newClients };
}

/** A stock client sends its whole delete set when it connects; that is no change. */
function readOnly(update: Update, known: Known): Verdict {
	for (const [client, structs] of update.structs) {
		const last = structs.at(-1);
		if (last && last.clock + last.length > known.clockOf(client)) return refuse(4403, 'read-only');
	}
	const changes = hasUnknownDeletions(update, known) || hasNewDeletions(update, known);
	return changes ? refuse(4403, 'read-only') : { verdict: 'nothing' };
}

function hasUnknownDeletions({ deletions }: Update, known: Known): boolean {
	return deletions.entries().some(([client, ranges]) => {
		const last = ranges.at(-1);
		return last !== undefined && last.end > known.clockOf(client);
	});
}

function hasNewDeletions({ deletions }: Update, known: Known): boolean {
	return deletions.values().some((ranges) => ranges.some((range) => known.isNews(range)));
}

function refuse(code: CloseCode, rule: string): Verdict & { verdict: 'refuse' } {
	return { verdict: 'refuse', code, rule };
}
