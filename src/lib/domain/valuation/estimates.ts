import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import { readContributions, type ContributionEstimate } from './contribution-estimate.ts';
import { discountFactors } from './discounting.ts';
import { readEffect, type EffectEstimate, type NoEstimate } from './effect-estimate.ts';

type Kept<Record, Estimate> = { record: Record; key: string; estimate: Estimate };

/**
 * The estimates of all effects and measures of a workshop, read again only where they changed.
 *
 * A record that is the same object, or whose numbers are the same (only its text changed), keeps its
 * estimate object, so that everything worked out from it stays as it is. Lists are in the order of the
 * ids, so that the order of the cards makes no difference.
 */
export class Estimates {
	#discounts: Float64Array = new Float64Array(0);
	#discountKey = '';
	#effects = new Map<string, Kept<Effect, EffectEstimate | NoEstimate>>();
	#measures = new Map<string, Kept<Measure, ContributionEstimate[]>>();

	/** Reads a workshop; what it no longer has is forgotten. */
	read(file: WorkshopFile): void {
		this.#readDiscounts(file);
		this.#effects = refresh(file.effects, this.#effects, {
			keyOf: effectKey,
			read: (effect) => readEffect(effect, this.#discounts)
		});
		this.#measures = refresh(file.measures, this.#measures, {
			keyOf: measureKey,
			read: (measure) => readContributions(measure, this.#discounts)
		});
	}

	get effects(): Iterable<{ record: Effect; estimate: EffectEstimate | NoEstimate }> {
		return this.#effects.values();
	}

	get measures(): Iterable<{ record: Measure; estimate: ContributionEstimate[] }> {
		return this.#measures.values();
	}

	/** Gives everything that can be added up. */
	*sources(): Generator<EffectEstimate | ContributionEstimate> {
		for (const { estimate } of this.#effects.values())
			if (typeof estimate !== 'string') yield estimate;
		for (const { estimate } of this.#measures.values()) yield* estimate;
	}

	#readDiscounts({ workshop }: WorkshopFile): void {
		const { discountRate, discountTiming, horizonYears } = workshop;
		const key = JSON.stringify([discountRate, discountTiming, horizonYears]);
		if (key === this.#discountKey) return;
		this.#discountKey = key;
		this.#discounts = discountFactors(workshop);
		this.#effects.clear();
		this.#measures.clear();
	}
}

type Reading<Record, Estimate> = {
	keyOf: (record: Record) => string;
	read: (record: Record) => Estimate;
};

function refresh<Record extends { readonly id: string }, Estimate>(
	records: readonly Record[],
	before: ReadonlyMap<string, Kept<Record, Estimate>>,
	{ keyOf, read }: Reading<Record, Estimate>
): Map<string, Kept<Record, Estimate>> {
	const refreshed = records.map((record) => {
		const kept = before.get(record.id);
		if (kept?.record === record) return kept;
		const key = keyOf(record);
		return { record, key, estimate: kept?.key === key ? kept.estimate : read(record) };
	});
	return new Map(refreshed.sort(byId).map((kept) => [kept.record.id, kept]));
}

function byId(
	{ record: one }: { record: { id: string } },
	{ record: other }: { record: { id: string } }
) {
	return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

/** Everything of an effect that its estimate depends on. */
function effectKey(effect: Effect): string {
	const { direction, amount, formula, inputs, unitValue, probability, deadweight } = effect;
	const { attributionToOthers, displacement, dropOff, startMonth, durationMonths } = effect;
	return JSON.stringify([
		...[direction, amount, formula, inputs.map(({ name, quantity }) => [name, quantity])],
		...[unitValue, probability, deadweight, attributionToOthers, displacement, dropOff],
		...[startMonth, durationMonths],
		effect.recipients.map(({ partyId, share }) => [partyId, share])
	]);
}

function measureKey({ startMonth, durationMonths, contributions }: Measure): string {
	return JSON.stringify([
		...[startMonth, durationMonths],
		contributions.map(({ id, partyId, amount, timing }) => [id, partyId, amount, timing])
	]);
}
