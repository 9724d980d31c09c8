import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import { sumOf } from '../valuation/arithmetic/sum.ts';
import { costAtMeans, effectAtMeans } from '../valuation/at-means.ts';
import { readContributions } from '../valuation/contribution-estimate.ts';
import { keptAfterHaircut } from '../valuation/corrected-value.ts';
import { readEffect } from '../valuation/effect-estimate.ts';
import { canBeAdded } from '../valuation/invalid.ts';
import { scaleOf } from '../valuation/scenario-membership.ts';
import { isInEuros } from './reading/effects.ts';
import { meanShare } from './reading/estimate.ts';
import { once } from './reading/once.ts';
import { scalesOf } from './reading/scales.ts';
import { perFrame } from './views/per-frame.ts';
import type { ProgrammeView, ScenarioView } from './views/views.ts';

/** Present values of a scenario in euros, with every number replaced by its mean. */
export type Money = {
	/** Per effect that counts and has a usable value in euros; harms are below 0. */
	readonly ofEffect: ReadonlyMap<string, number>;
	readonly pays: ReadonlyMap<string, number>;
	/** What each party receives of the benefits; harms are left out. */
	readonly gains: ReadonlyMap<string, number>;
	readonly benefit: number;
	readonly cost: number;
	readonly net: number;
	/** Net after a haircut on each benefit by its evidence level. */
	readonly correctedNet: number;
};

/**
 * Adds up a scenario by the sums of the model with means put in the place of ranges (plug-in).
 * Nothing is drawn, so the same workshop always gives the same findings. Source: MODEL.md sections 3, 4.
 */
export const moneyOf = once((view: ScenarioView): Money => {
	const counted = countedIn(view);
	const pays = paymentsOf(view.programme);
	const cost = sumOf(pays.values());
	const benefit = sumOf(counted.map(({ value }) => Math.max(0, value)));
	const harm = sumOf(counted.map(({ value }) => Math.min(0, value)));
	const corrected = sumOf(counted.map(({ value, kept }) => Math.max(0, value) * kept));
	return {
		ofEffect: new Map(counted.map(({ id, value }) => [id, value])),
		pays,
		gains: gainsOf(counted),
		benefit,
		cost,
		net: benefit + harm - cost,
		correctedNet: corrected + harm - cost
	};
});

/** An effect with a usable value in euros. */
type Worth = {
	readonly id: string;
	/** Its present value; harms are below 0. */
	readonly value: number;
	/** The part of a benefit that is left after the haircut for its evidence. */
	readonly kept: number;
	/** The mean part of each recipient; a part that nobody estimated brings nothing. */
	readonly shares: readonly { readonly partyId: string; readonly share: number }[];
};

function countedIn({ scenario, effects, frame }: ScenarioView): Worth[] {
	const scales = scalesOf(scenario);
	const worthOf = worthAtFullScale(frame);
	return effects.flatMap(({ effect }) => {
		const worth = worthOf(effect);
		return worth ? { ...worth, value: worth.value * (scaleOf(effect, scales) ?? 0) } : [];
	});
}

/** What an effect is worth at scale 1; undefined when it has no value in euros. */
const worthAtFullScale = perFrame((effect: Effect, frame): Worth | undefined => {
	if (!isInEuros(effect)) return undefined;
	const estimate = readEffect(effect, frame.discountFactors);
	if (typeof estimate === 'string') return undefined;
	const valued = effectAtMeans({ record: effect, estimate, scale: 1 });
	if (!valued || !canBeAdded(valued.euros)) return undefined;
	return {
		id: effect.id,
		value: valued.euros,
		kept: keptAfterHaircut(effect, frame.haircuts),
		shares: effect.recipients.map(({ partyId, share }) => ({
			partyId,
			share: meanShare(share) ?? 0
		}))
	};
});

/** What each contribution to a measure costs its party at scale 1. */
const costsAtFullScale = perFrame((measure: Measure, frame) =>
	readContributions(measure, frame.discountFactors)
		.map((estimate) => ({
			partyId: estimate.partyId,
			paid: costAtMeans({ estimate, scale: 1 })
		}))
		.filter(({ paid }) => canBeAdded(paid))
);

const paymentsOf = once(({ scenario, measures, frame }: ProgrammeView): Map<string, number> => {
	const scales = scalesOf(scenario);
	const pays = new Map<string, number>();
	const costsOf = costsAtFullScale(frame);
	for (const measure of measures) {
		const scale = scales.get(measure.id) ?? 0;
		for (const { partyId, paid } of costsOf(measure))
			pays.set(partyId, (pays.get(partyId) ?? 0) + paid * scale);
	}
	return pays;
});

function gainsOf(counted: readonly Worth[]): Map<string, number> {
	const gains = new Map<string, number>();
	for (const { value, shares } of counted) {
		if (value <= 0) continue;
		for (const { partyId, share } of shares)
			gains.set(partyId, (gains.get(partyId) ?? 0) + share * value);
	}
	return gains;
}
