/** How a scenario does against the others, over all samples. */
export type Compared = {
	readonly id: string;
	/** The chance that no other scenario has a higher net; ties share it. */
	readonly chanceBest: number;
	/** How many euros this choice is expected to lose against knowing the best one beforehand. */
	readonly expectedRegret: number;
};

/** Chance to be best and expected regret of each scenario, in the order of the nets. */
export type ComparisonFigures = {
	readonly chanceBest: Float64Array;
	readonly expectedRegret: Float64Array;
};

/**
 * Compares scenarios sample by sample, on the same draws (common random numbers).
 *
 * The smallest expected regret of all scenarios is what it would be worth at most to know more before
 * choosing: the expected value of perfect information. Source: H. Raiffa and R. Schlaifer, Applied
 * Statistical Decision Theory (1961).
 * Example: nets of 0 and 10 in one sample and 0 and -4 in the other give each a chance of one half,
 * the first an expected regret of 5 and the second one of 2.
 */
export function compare(nets: readonly Float64Array[]): ComparisonFigures {
	const best = highestOf(nets);
	const winners = winnersOf(nets, best);
	return {
		chanceBest: Float64Array.from(nets, (net) => shareOfWins(net, best, winners)),
		expectedRegret: Float64Array.from(nets, (net) => meanShortfall(net, best))
	};
}

function highestOf(nets: readonly Float64Array[]): Float64Array {
	const best = nets[0]?.slice() ?? new Float64Array(0);
	for (const net of nets)
		for (let sample = 0; sample < best.length; sample += 1)
			if ((net[sample] as number) > (best[sample] as number)) best[sample] = net[sample] as number;
	return best;
}

/** How many scenarios share the highest net, per sample. */
function winnersOf(nets: readonly Float64Array[], best: Float64Array): Uint32Array {
	const winners = new Uint32Array(best.length);
	for (const net of nets)
		for (let sample = 0; sample < best.length; sample += 1)
			if (net[sample] === best[sample]) winners[sample] = (winners[sample] as number) + 1;
	return winners;
}

function shareOfWins(net: Float64Array, best: Float64Array, winners: Uint32Array): number {
	let wins = 0;
	for (let sample = 0; sample < best.length; sample += 1)
		if (net[sample] === best[sample]) wins += 1 / (winners[sample] as number);
	return wins / best.length;
}

function meanShortfall(net: Float64Array, best: Float64Array): number {
	let sum = 0;
	for (let sample = 0; sample < best.length; sample += 1)
		sum += (best[sample] as number) - (net[sample] as number);
	return sum / best.length;
}
