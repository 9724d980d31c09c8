/** The part of the statistics library that the tests use; it has no types of its own. */
declare module 'jstat' {
	export const jStat: {
		/** Quantiles of values; alpha and beta choose the definition. */
		quantiles(values: number[], shares: number[], alpha: number, beta: number): number[];
		readonly beta: { inv(share: number, alpha: number, beta: number): number };
	};
}
