/** A result in euros with its uncertainty: the mean, and what 5, 25, 50, 75 and 95 % lie below. */
export type Distribution = {
	readonly mean: number;
	readonly p5: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p95: number;
};

/** A mean, and the five quantiles of every replicate, all to be multiplied by a scale. */
export type DistributionParts = {
	readonly mean: number;
	readonly quantiles: readonly Float64Array[];
	readonly scale: number;
};

type Made = DistributionParts & { readonly distribution: Distribution };

/** As many scenarios as are looked at together, so that each finds its own again. */
const mostRemembered = 4;

/** Makes distributions, and gives the same object again for the same parts. */
export class Distributions {
	readonly #made = new WeakMap<Float64Array, Made[]>();

	/** Makes a distribution, without minus zero. */
	make(parts: DistributionParts): Distribution {
		const [first] = parts.quantiles;
		const known = (first && this.#made.get(first)) ?? [];
		const before = known.find((made) => areSame(made, parts));
		if (before) return before.distribution;
		const made = { ...parts, distribution: fromParts(parts) };
		if (first) this.#made.set(first, [made, ...known].slice(0, mostRemembered));
		return made.distribution;
	}
}

function areSame(one: DistributionParts, other: DistributionParts): boolean {
	if (one.mean !== other.mean || one.scale !== other.scale) return false;
	return one.quantiles.every((quantiles, replicate) => quantiles === other.quantiles[replicate]);
}

function fromParts({ mean, quantiles, scale }: DistributionParts): Distribution {
	const pooled = meanOfReplicates(quantiles);
	const at = (place: number) => (pooled[place] as number) * scale + 0;
	return { mean: mean * scale + 0, p5: at(0), p25: at(1), p50: at(2), p75: at(3), p95: at(4) };
}

/** Gives the mean of the figures of all replicates, place by place. */
export function meanOfReplicates(figures: readonly Float64Array[]): Float64Array {
	const [first] = figures;
	if (!first || figures.length === 1) return first ?? new Float64Array(0);
	return first.map(
		(_, place) =>
			figures.reduce((sum, figure) => sum + (figure[place] as number), 0) / figures.length
	);
}
