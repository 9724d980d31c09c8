import type { Distribution } from './distribution.ts';
import type { YearValue } from './timeline.ts';
import { pooled, type ValueInput } from './value-input.ts';

/** How the discounted net of one year can turn out, and that of all years up to and including it. */
export type YearRange = { readonly net: Distribution; readonly cumulative: Distribution };

/** Gives the ranges of the years that were asked for; the means are those of the time line. */
export function yearRanges(input: ValueInput, years: readonly YearValue[]): YearRange[] {
	const wanted = input.figures[0]?.years.length ?? 0;
	return years.slice(0, wanted).map(({ net, cumulative }, place) => ({
		net: pooled(input, (figures) => figures.years[place]?.net, { mean: net }),
		cumulative: pooled(input, (figures) => figures.years[place]?.cumulative, { mean: cumulative })
	}));
}
