import { compile } from 'mathjs/number';
import { discountFactors } from '#lib/domain/valuation/discounting.ts';
import { readEffect, type EffectEstimate } from '#lib/domain/valuation/effect-estimate.ts';
import { RisingColumns } from '#lib/domain/valuation/sampling/rising-columns.ts';
import { Sampler } from '#lib/domain/valuation/sampling/sampler.ts';
import type { Spread } from '#lib/domain/valuation/sampling/spread.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/**
 * Values every effect with mathjs: an expression compiled once and evaluated for every sample. It gets
 * our samples; sums, parties and quantiles are left out, so this is less work than a valuation.
 */
export function valueWithMathjs(file: WorkshopFile, samples: number): number {
	const sampler = new Sampler({ seed: 1, replicate: 0, rising: new RisingColumns(samples, 1) });
	const discounts = discountFactors(file.workshop);
	let total = 0;
	for (const effect of file.effects) {
		const estimate = readEffect(effect, discounts);
		if (typeof estimate !== 'string') total += valueEffect(estimate, effect.formula, sampler);
	}
	return total;
}

function valueEffect(estimate: EffectEstimate, formula: string, sampler: Sampler): number {
	const named = namedSpreads(estimate);
	const columns = [...named].map(([name, spread]) => {
		const drawn = sampler.drawColumn(estimate.id, name, spread);
		const column = typeof drawn === 'number' ? new Float64Array(sampler.count).fill(drawn) : drawn;
		return [name, column] as const;
	});
	const parts = estimate.factors.map(({ field, leavesRest }) =>
		leavesRest ? `(1 - ${field})` : field
	);
	const years = [...estimate.weights].map((weight, age) => `${weight} * (1 - dropOff) ^ ${age}`);
	const amount = formula === '' ? 'amount' : `(${formula})`;
	const expression = compile([amount, ...parts, `(${years.join(' + ') || '0'})`].join(' * '));
	let sum = 0;
	for (let sample = 0; sample < sampler.count; sample += 1) {
		const scope = Object.fromEntries(columns.map(([name, column]) => [name, column[sample]]));
		sum += Number(expression.evaluate(scope));
	}
	return sum;
}

function namedSpreads({ amount, factors, dropOff }: EffectEstimate): Map<string, Spread> {
	const spreads = new Map<string, Spread>([['dropOff', dropOff]]);
	for (const { field, spread } of factors) spreads.set(field, spread);
	if (amount.kind === 'estimated') spreads.set('amount', amount.spread);
	else for (const [name, spread] of amount.inputs) spreads.set(name, spread);
	return spreads;
}
