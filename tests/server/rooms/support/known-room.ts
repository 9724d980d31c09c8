import * as Y from 'yjs';
import { expectedAt } from '#lib/document/roots.ts';
import { updateBudget, type Budget } from '#lib/server/rooms/gate/budget.ts';
import { judge, type Sender, type Verdict } from '#lib/server/rooms/gate/gate.ts';
import { Known, type Shape } from '#lib/server/rooms/gate/known.ts';
import { refusalOf } from '#lib/server/rooms/gate/refusal.ts';
import { readUpdate } from '#lib/server/rooms/gate/update.ts';

/** A document with a gate before it, and nothing else: what is accepted waits until `apply`. */
export class KnownRoom {
	readonly doc = new Y.Doc();
	readonly known: Known;
	readonly owners = new Map<number, string | null>();
	space = Infinity;
	#waiting: Uint8Array[] = [];

	constructor(shape: Shape = expectedAt) {
		this.known = new Known(this.doc, shape);
	}

	/** What the gate says; what it accepts is counted as known. */
	judge(encoded: Uint8Array, sender: Partial<Sender> = {}, budget: Budget = updateBudget): Verdict {
		const update = refusalOf(() => readUpdate(encoded, budget));
		if ('refusal' in update) return { verdict: 'refuse', ...update.refusal };
		const { memberId = 'ann' } = sender;
		const verdict = judge(
			update,
			{ mayWrite: true, complete: true, ...sender, memberId },
			{ known: this.known, ownerOf: (client) => this.owners.get(client), room: this.space }
		);
		if (verdict.verdict !== 'accept') return verdict;
		for (const client of verdict.newClients) this.owners.set(client, memberId);
		this.#waiting.push(encoded);
		return verdict;
	}

	/** The rule that refuses, or the verdict when nothing is refused. */
	ruleFor(...parts: Parameters<KnownRoom['judge']>): string {
		const verdict = this.judge(...parts);
		return verdict.verdict === 'refuse' ? verdict.rule : verdict.verdict;
	}

	/** Applies what was accepted, as a room does after the commit. */
	apply(): void {
		this.doc.transact(() => {
			for (const update of this.#waiting) Y.applyUpdate(this.doc, update);
		});
		this.#waiting = [];
		this.known.clear();
	}

	/** Lets an update in at once. */
	accept(encoded: Uint8Array, sender: Partial<Sender> = {}): void {
		const rule = this.ruleFor(encoded, sender);
		if (rule !== 'accept') throw new Error(`not accepted: ${rule}`);
		this.apply();
	}
}
