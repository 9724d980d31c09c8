import type { Cause } from '../cause.ts';
import type { Indicator } from '../indicator.ts';
import type { Dimension, Influence } from '../vocabulary.ts';
import { ofOneEdition } from './edition.ts';
import { middleOf } from './period.ts';

/** A measurement with a value, and the source or edition that it comes from where that is known. */
export type LastValue = {
	readonly period: string;
	readonly value: number;
	readonly source: string | null;
};

/** How an indicator stands to its norm, by its last measurement that has a value. */
export type Standing = {
	readonly indicator: Indicator;
	readonly last: LastValue | undefined;
	/**
	 * `below`: on the wrong side of the norm. `unclear`: the direction is ambiguous, so a person must judge.
	 * `no-norm` and `no-value` say what is missing.
	 */
	readonly verdict: 'below' | 'met' | 'unclear' | 'no-norm' | 'no-value';
	/** Distance to the norm as a share of the norm, above 0 on the wrong side; 0 where that can't be said. */
	readonly gap: number;
	/** Explanations of the same dimension, the ones that most parties recognise first. */
	readonly causes: readonly Cause[];
};

/**
 * The last measurement with a value, by its period; a later one that is missing is not filled in, and an
 * older edition does not stand in for it.
 */
export function lastValue(indicator: Indicator): LastValue | undefined {
	const measured = ofOneEdition(indicator).flatMap(({ period, value, source }) =>
		value === null ? [] : [{ period, value, source }]
	);
	return measured.toSorted((one, other) => middleOf(one.period) - middleOf(other.period)).at(-1);
}

function judged(
	{ norm, better }: Indicator,
	last: Standing['last']
): Pick<Standing, 'verdict' | 'gap'> {
	if (norm === null) return { verdict: 'no-norm', gap: 0 };
	if (!last) return { verdict: 'no-value', gap: 0 };
	if (better === 'ambiguous') return { verdict: 'unclear', gap: 0 };
	const short = better === 'higher' ? norm - last.value : last.value - norm;
	return { verdict: short > 0 ? 'below' : 'met', gap: short / (Math.abs(norm) || 1) };
}

/** Tells of an indicator how it stands and what explains it. */
export function standingOf(indicator: Indicator, causes: readonly Cause[]): Standing {
	const last = lastValue(indicator);
	const about = causes.filter(({ dimension }) => dimension === indicator.dimension);
	return {
		...{ indicator, last },
		...judged(indicator, last),
		causes: about.toSorted((one, other) => other.endorsedBy.length - one.endorsedBy.length)
	};
}

const reach: Readonly<Record<Influence, number>> = { own: 3, shared: 2, influence: 1, outside: 0 };

/**
 * Puts in order what matters first: scores below the norm before all others; of those, what the group can
 * change itself before what it can only influence, then what more parties explain alike, then the largest
 * distance to the norm. An order to talk about, not a score: no weights are added up.
 */
export function inOrderOfAttention(standings: readonly Standing[]): Standing[] {
	const rank = ({ verdict }: Standing) => (verdict === 'below' ? 0 : verdict === 'unclear' ? 1 : 2);
	const support = ({ causes }: Standing) => causes[0]?.endorsedBy.length ?? 0;
	return standings.toSorted(
		(one, other) =>
			rank(one) - rank(other) ||
			reach[other.indicator.influence] - reach[one.indicator.influence] ||
			support(other) - support(one) ||
			other.gap - one.gap
	);
}

/** Explanations per dimension, in the order in which these are given. */
export function causesByDimension(
	causes: readonly Cause[],
	dimensions: readonly Dimension[]
): { readonly dimension: Dimension; readonly causes: readonly Cause[] }[] {
	return dimensions
		.map((dimension) => ({
			dimension,
			causes: causes.filter((one) => one.dimension === dimension)
		}))
		.filter(({ causes: found }) => found.length > 0);
}
