import type { Distribution } from './distribution.ts';
import type { InvalidReason } from './invalid.ts';
import type { CountedEffect } from './ledger.ts';
import { meanShare } from './receipts.ts';
import { supportOf, type SupportKind } from './support.ts';
import { pooled, type ValueInput } from './value-input.ts';

/** What an effect is worth in a scenario; an invalid one has a reason instead of a value. */
export type EffectOutcome = ValuedEffect | InvalidEffect;

export type ValuedEffect = {
	readonly id: string;
	readonly value: Distribution;
	readonly invalid: null;
	readonly scale: number;
	readonly support: SupportKind;
	/** Mean euros per recipient with a known share; below 0 for a harm. */
	readonly receipts: readonly { readonly partyId: string; readonly euros: number }[];
};

export type InvalidEffect = {
	readonly id: string;
	readonly value: null;
	readonly invalid: InvalidReason;
};

/** Gives the effects that count in a scenario and have or should have a value, in workshop order. */
export function effectOutcomes(input: ValueInput): EffectOutcome[] {
	const { file, ledger } = input;
	const places = new Map(ledger.effects.map(({ record }, place) => [record.id, place]));
	return file.effects.flatMap(({ id }): EffectOutcome[] => {
		const invalid = ledger.invalid.get(id);
		if (invalid) return [{ id, value: null, invalid }];
		const place = places.get(id);
		const effect = place === undefined ? undefined : ledger.effects[place];
		return effect && place !== undefined ? [valued(effect, place, input)] : [];
	});
}

const known = new WeakMap<Distribution, ValuedEffect>();

/** The same distribution is that of the same estimate and scale, so only the support can differ. */
function valued(effect: CountedEffect, place: number, input: ValueInput): ValuedEffect {
	const { record, estimate, scale } = effect;
	const mean = input.means.total(estimate);
	const value = pooled(input, ({ effects }) => effects[place], { mean, scale });
	const support = supportOf(record, input.file.challenges);
	const before = known.get(value);
	if (before?.support === support) return before;
	const receipts = estimate.shares.flatMap((share) =>
		share.spread ? { partyId: share.partyId, euros: mean * scale * meanShare(share) } : []
	);
	const outcome = { id: record.id, value, invalid: null, scale, support, receipts };
	known.set(value, outcome);
	return outcome;
}
