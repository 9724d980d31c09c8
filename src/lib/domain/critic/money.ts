import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import { sumOf } from '../valuation/arithmetic/sum.ts';
import { costAtMeans, effectAtMeans } from '../valuation/at-means.ts';
import { readContributions } from '../valuation/contribution-estimate.ts';
import { keptAfterHaircut } from '../valuation/corrected-value.ts';
import { readEffect } from '../valuation/effect-estimate.ts';
import { canBeAdded } from '../valuation/invalid.ts';
import { measuresIn, scaleOf } from '../valuation/scenario-membership.ts';
import { isInEuros } from './reading/effects.ts';
import { meanShare } from './reading/estimate.ts';
import { PerFrame } from './views/per-frame.ts';
import type { ScenarioView } from './views/views.ts';

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

const known = new WeakMap<ScenarioView, Money>();

/**
 * Adds up a scenario by the sums of the model with means put in the place of ranges (plug-in).
 * Nothing is drawn, so the same workshop always gives the same findings. Source: MODEL.md sections 3, 4.
 */
export function moneyOf(view: ScenarioView): Money {
	const before = known.get(view);
	if (before) return before;
	const money = addUp(view);
	known.set(view, money);
	return money;
}

function addUp(view: ScenarioView): Money {
	const ofEffect = valuesOf(view);
	const pays = paymentsOf(view);
	const cost = sumOf(pays.values());
	const values = view.effects.map(({ effect }) => ({
		value: ofEffect.get(effect.id) ?? 0,
		kept: keptAfterHaircut(effect, view.frame.haircuts)
	}));
	const benefit = sumOf(values.map(({ value }) => Math.max(0, value)));
	const harm = sumOf(values.map(({ value }) => Math.min(0, value)));
	const corrected = sumOf(values.map(({ value, kept }) => Math.max(0, value) * kept));
	return {
		ofEffect,
		pays,
		gains: gainsOf(view, ofEffect),
		benefit,
		cost,
		net: benefit + harm - cost,
		correctedNet: corrected + harm - cost
	};
}

function valuesOf({ scenario, effects, frame }: ScenarioView): Map<string, number> {
	const scales = measuresIn(scenario);
	const values = new Map<string, number>();
	for (const { effect } of effects) {
		const value = valueAtFullScale.of(effect, frame);
		if (value !== undefined) values.set(effect.id, value * (scaleOf(effect, scales) ?? 0));
	}
	return values;
}

/** The present value of an effect at scale 1; undefined when it has none in euros. */
const valueAtFullScale = new PerFrame((effect: Effect, frame): number | undefined => {
	if (!isInEuros(effect)) return undefined;
	const estimate = readEffect(effect, frame.discountFactors);
	if (typeof estimate === 'string') return undefined;
	const valued = effectAtMeans({ record: effect, estimate, scale: 1 });
	return valued && canBeAdded(valued.euros) ? valued.euros : undefined;
});

/** What each contribution to a measure costs its party at scale 1. */
const costsAtFullScale = new PerFrame((measure: Measure, frame) =>
	readContributions(measure, frame.discountFactors)
		.map((estimate) => ({
			partyId: estimate.partyId,
			paid: costAtMeans({ estimate, scale: 1 })
		}))
		.filter(({ paid }) => canBeAdded(paid))
);

function paymentsOf({ scenario, measures, frame }: ScenarioView): Map<string, number> {
	const scales = measuresIn(scenario);
	const pays = new Map<string, number>();
	for (const measure of measures) {
		const scale = scales.get(measure.id) ?? 0;
		for (const { partyId, paid } of costsAtFullScale.of(measure, frame))
			pays.set(partyId, (pays.get(partyId) ?? 0) + paid * scale);
	}
	return pays;
}

function gainsOf({ effects }: ScenarioView, ofEffect: Money['ofEffect']): Map<string, number> {
	const gains = new Map<string, number>();
	for (const { effect } of effects) {
		const value = ofEffect.get(effect.id) ?? 0;
		if (value <= 0) continue;
		for (const { partyId, share } of effect.recipients) {
			gains.set(partyId, (gains.get(partyId) ?? 0) + (meanShare(share) ?? 0) * value);
		}
	}
	return gains;
}
