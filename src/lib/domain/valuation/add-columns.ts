/** A column that is added a number of times. */
export type Scaled = { readonly column: Float64Array; readonly times: number };

/**
 * Adds columns to a sum, from the first to the last, and gives the sum back.
 * Four columns go in one walk over memory, which is what takes time; the order stays that of one by one.
 */
export function addInto(sum: Float64Array, columns: readonly Scaled[]): Float64Array {
	let place = 0;
	for (; place + 2 < columns.length; place += 4) addFour(sum, columns.slice(place, place + 4));
	for (; place < columns.length; place += 1) addOne(sum, columns[place] as Scaled);
	return sum;
}

function addOne(sum: Float64Array, { column, times }: Scaled): void {
	for (let sample = 0; sample < sum.length; sample += 1)
		sum[sample] = (sum[sample] as number) + times * (column[sample] as number);
}

/** Adds three or four columns; a fourth that is not there is the first one 0 times. */
function addFour(sum: Float64Array, [first, second, third, fourth]: readonly Scaled[]): void {
	const { column: one, times: timesOne } = first as Scaled;
	const { column: two, times: timesTwo } = second as Scaled;
	const { column: three, times: timesThree } = third as Scaled;
	const { column: four, times: timesFour } = fourth ?? { column: one, times: 0 };
	for (let sample = 0; sample < sum.length; sample += 1)
		sum[sample] =
			(sum[sample] as number) +
			timesOne * (one[sample] as number) +
			timesTwo * (two[sample] as number) +
			timesThree * (three[sample] as number) +
			timesFour * (four[sample] as number);
}
