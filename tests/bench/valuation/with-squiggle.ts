import { discountFactors } from '#lib/domain/valuation/discounting.ts';
import { readContributions } from '#lib/domain/valuation/contribution-estimate.ts';
import { readEffect, type EffectEstimate } from '#lib/domain/valuation/effect-estimate.ts';
import { measuresIn, scaleOf } from '#lib/domain/valuation/scenario-membership.ts';
import type { Spread } from '#lib/domain/valuation/sampling/spread.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

type Squiggle = {
	run(code: string, options: object): Promise<{ result: { ok: boolean; value: unknown } }>;
};

/**
 * Values the effects, contributions and nets of a workshop as one Squiggle program. Parties are left
 * out, so this is less work than a valuation.
 * Gives processor time in milliseconds, or nothing where Squiggle is not installed.
 */
export async function valueWithSquiggle(
	file: WorkshopFile,
	samples: number
): Promise<number | undefined> {
	const squiggle = await load();
	if (!squiggle) return undefined;
	const before = process.threadCpuUsage();
	const { result } = await squiggle.run(programOf(file), {
		environment: { sampleCount: samples, xyPointLength: 1000, seed: 'bench' }
	});
	const { user, system } = process.threadCpuUsage(before);
	if (!result.ok) throw new Error(`Squiggle refuses the program: ${String(result.value)}`);
	return (user + system) / 1000;
}

async function load(): Promise<Squiggle | undefined> {
	const name = process.env['SQUIGGLE_PATH'] ?? '@quri/squiggle-lang';
	try {
		return (await import(name)) as Squiggle;
	} catch {
		return undefined;
	}
}

function programOf(file: WorkshopFile): string {
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
			const gains = file.effects.flatMap((effect) => {
				const scale = scaleOf(effect, scales);
				return scale === undefined ? [] : [`${scale} * ${nameOf(effect.id)}`];
			});
			const spent = costs.flatMap(({ measureId }, index) => {
				const scale = scales.get(measureId);
				return scale === undefined ? [] : [`${scale} * ${costName(index)}`];
			});
			return `net_${place} = ${gains.join(' + ')} - (${spent.join(' + ')})`;
		})
	];
	const shown = file.scenarios.map((_, place) => quantilesText(`net_${place}`));
	const each = effects.map(({ id }) => quantilesText(nameOf(id)));
	return [...lines, `[${[...shown, ...each].join(', ')}]`].join('\n');
}

function quantilesText(name: string): string {
	const shares = [0.05, 0.25, 0.5, 0.75, 0.95].map((share) => `quantile(${name}, ${share})`);
	return `[mean(${name}), ${shares.join(', ')}]`;
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
