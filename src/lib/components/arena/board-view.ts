import type { Contribution } from '#lib/domain/contribution.ts';
import type { Effect, Recipient } from '#lib/domain/effect.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Measure } from '#lib/domain/measure.ts';
import type { Party } from '#lib/domain/party.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { everythingId } from '#lib/live/shown-scenario.svelte.ts';

/** What the arena needs of a workshop. */
type ArenaContent = {
	readonly parties: readonly Party[];
	readonly measures: readonly Measure[];
	readonly effects: readonly Effect[];
	readonly scenarios: readonly Scenario[];
};

/** One contribution and the measure it goes into. */
export type Payment = { readonly contribution: Contribution; readonly measureId: string };

/** A party in the first column, with everything it puts in. */
export type Payer = { readonly party: Party; readonly payments: readonly Payment[] };

/** One share and the effect it is a share of. */
export type Receipt = { readonly recipient: Recipient; readonly effect: Effect };

/** A party in the last column, with everything that reaches it. */
export type Receiver = { readonly party: Party; readonly receipts: readonly Receipt[] };

/** The four columns, as one choice of measures shows them. */
export type BoardView = {
	readonly payers: readonly Payer[];
	readonly measures: readonly Measure[];
	readonly effects: readonly Effect[];
	readonly receivers: readonly Receiver[];
	/** Parties that put nothing in, those that receive something first. */
	readonly withoutInput: readonly Party[];
	/** Cards of the workshop that this choice leaves out. */
	readonly leftOut: { readonly measures: number; readonly effects: number };
};

/** Gives the ids of the measures that are in a scenario; a choice of "no" or "later" is not in. */
export function measuresIn(content: ArenaContent, scenarioId: string): Set<string> {
	if (scenarioId === everythingId) return new Set(content.measures.map(({ id }) => id));
	if (scenarioId === doNothingId) return new Set();
	const scenario = content.scenarios.find(({ id }) => id === scenarioId);
	const choices = scenario?.choices ?? [];
	return new Set(
		choices
			.filter(({ decision }) => decision !== 'no' && decision !== 'later')
			.map(({ measureId }) => measureId)
	);
}

function paymentsByParty(measures: readonly Measure[]): Map<string, Payment[]> {
	const byParty = new Map<string, Payment[]>();
	for (const { id: measureId, contributions } of measures) {
		for (const contribution of contributions) {
			const payments = byParty.get(contribution.partyId) ?? [];
			payments.push({ contribution, measureId });
			byParty.set(contribution.partyId, payments);
		}
	}
	return byParty;
}

function receiptsByParty(effects: readonly Effect[]): Map<string, Receipt[]> {
	const byParty = new Map<string, Receipt[]>();
	for (const effect of effects) {
		for (const recipient of effect.recipients) {
			const receipts = byParty.get(recipient.partyId) ?? [];
			receipts.push({ recipient, effect });
			byParty.set(recipient.partyId, receipts);
		}
	}
	return byParty;
}

/** Lays out the columns for one scenario; purses come before people where they are counted apart. */
export function viewBoard(content: ArenaContent, scenarioId: string): BoardView {
	const chosen = measuresIn(content, scenarioId);
	const measures = content.measures.filter(({ id }) => chosen.has(id));
	const effects = content.effects.filter(({ measureIds }) =>
		measureIds.every((id) => chosen.has(id))
	);
	const payments = paymentsByParty(measures);
	const receipts = receiptsByParty(effects);
	const receivers = content.parties.flatMap((party) => {
		const own = receipts.get(party.id);
		return own ? [{ party, receipts: own }] : [];
	});
	return {
		measures,
		effects,
		payers: content.parties.flatMap((party) => {
			const own = payments.get(party.id);
			return own ? [{ party, payments: own }] : [];
		}),
		receivers: [
			...receivers.filter(({ party }) => party.kind === 'budget'),
			...receivers.filter(({ party }) => party.kind === 'people')
		],
		withoutInput: content.parties
			.filter(({ id }) => !payments.has(id))
			.sort((one, other) => Number(receipts.has(other.id)) - Number(receipts.has(one.id))),
		leftOut: {
			measures: content.measures.length - measures.length,
			effects: content.effects.length - effects.length
		}
	};
}

function samePayer(one: Payer, other: Payer): boolean {
	return (
		one.party === other.party &&
		one.payments.length === other.payments.length &&
		one.payments.every(
			({ contribution, measureId }, place) =>
				contribution === other.payments[place]?.contribution &&
				measureId === other.payments[place]?.measureId
		)
	);
}

function sameReceiver(one: Receiver, other: Receiver): boolean {
	return (
		one.party === other.party &&
		one.receipts.length === other.receipts.length &&
		one.receipts.every(
			({ recipient, effect }, place) =>
				recipient === other.receipts[place]?.recipient && effect === other.receipts[place]?.effect
		)
	);
}

function keep<Item extends { party: Party }>(
	items: readonly Item[],
	before: readonly Item[],
	same: (one: Item, other: Item) => boolean
): readonly Item[] {
	const known = new Map(before.map((item) => [item.party.id, item]));
	return items.map((item) => {
		const old = known.get(item.party.id);
		return old && same(item, old) ? old : item;
	});
}

/** Takes over from the view before it what has not changed, so that only changed cards are redrawn. */
export function keepUnchanged(view: BoardView, before: BoardView | undefined): BoardView {
	if (!before) return view;
	return {
		...view,
		payers: keep(view.payers, before.payers, samePayer),
		receivers: keep(view.receivers, before.receivers, sameReceiver)
	};
}
