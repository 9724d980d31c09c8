import { readContributions } from '#lib/domain/valuation/contribution-estimate.ts';
import { discountFactors } from '#lib/domain/valuation/discounting.ts';
import { readEffect, type EffectEstimate } from '#lib/domain/valuation/effect-estimate.ts';
import type { Spread } from '#lib/domain/valuation/sampling/spread.ts';
import { measuresIn, scaleOf } from '#lib/domain/valuation/scenario-membership.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** Which figures of a name the program gives. */
export type Figures = (name: string) => string;

/**
 * Writes the effects, contributions and nets of a workshop as one Squiggle program. It gives a list: the
 * figures of the net of every scenario, in the order of the file, and then those of every effect with
 * a value in euros, at scale 1. Parties are left out.
 */
export function squiggleProgram(file: WorkshopFile, figures: Figures): string {
	const discounts = discountFactors(file.workshop);
	const estimates = file.effects.map((effect) => readEffect(effect, discounts));
	const effects = estimates.filter((estimate) => typeof estimate !== 'string');
	const costs = file.measures.flatMap((measure) => readContributions(measure, discounts));
	const costName = (place: number) => `cost_${place}`;
	const lines = [
		...effects.map((effect) => `${nameOf(effect.id)} = ${effectText(effect, file)}`),
		...costs.map(({ amount, weights }, place) => {
			const worth = weights.reduce((sum, weight) => sum + weight, 0);
			return `${costName(place)} = ${spreadText(amount)} * ${worth}`;
		}),
		...file.scenarios.map((scenario, place) => {
			const scales = measuresIn(scenario);
			const gains = file.effects.flatMap((effect, index) => {
				const scale = scaleOf(effect, scales);
				if (scale === undefined || typeof estimates[index] === 'string') return [];
				return [`${scale} * ${nameOf(effect.id)}`];
			});
			const spent = costs.flatMap(({ measureId }, index) => {
				const scale = scales.get(measureId);
				return scale === undefined ? [] : [`${scale} * ${costName(index)}`];
			});
			return `net_${place} = ${gains.join(' + ') || '0'} - (${spent.join(' + ') || '0'})`;
		})
	];
	const shown = file.scenarios.map((_, place) => figures(`net_${place}`));
	const each = effects.map(({ id }) => figures(nameOf(id)));
	return [...lines, `[${[...shown, ...each].join(', ')}]`].join('\n');
}

function nameOf(id: string): string {
	return id.replaceAll('-', '_');
}

function effectText(effect: EffectEstimate, { effects }: WorkshopFile): string {
	const { amount } = effect;
	const formula = effects.find(({ id }) => id === effect.id)?.formula ?? '';
	const units =
		amount.kind === 'estimated'
			? spreadText(amount.spread)
			: `(${[...amount.inputs].reduce((text, [name, spread]) => text.replaceAll(name, spreadText(spread)), formula)})`;
	const parts = effect.factors.map(({ spread, leavesRest }) =>
		leavesRest ? `(1 - ${spreadText(spread)})` : spreadText(spread)
	);
	const worth = [...effect.weights].map((weight, age) => `${weight} * left ^ ${age}`);
	const left = `{ left = 1 - ${spreadText(effect.dropOff)}; ${worth.join(' + ') || '0'} }`;
	return `${effect.sign} * ${[units, ...parts, left].join(' * ')}`;
}

/** All as sample sets, as Squiggle does for anything that is not a single known distribution. */
function spreadText(spread: Spread): string {
	if (spread.kind === 'point') return String(spread.value);
	if (spread.kind === 'lognormal')
		return `SampleSet(lognormal(${spread.middle}, ${spread.deviation}))`;
	const width = spread.highest - spread.lowest;
	const a = 1 + (4 * (spread.likely - spread.lowest)) / width;
	return `(${spread.lowest} + ${width} * SampleSet(beta(${a}, ${6 - a})))`;
}
