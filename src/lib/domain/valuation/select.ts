/**
 * Moves values until the one at a rank has none above it on its left and none below it on its right.
 * Source: C.A.R. Hoare (1961), Algorithm 65: Find, CACM 4(7). Steps grow as the number of values.
 */
export function select(values: Float64Array, rank: number): void {
	let low = 0;
	let high = values.length - 1;
	while (low < high) {
		const pivot = values[(low + high) >> 1] as number;
		let left = low;
		let right = high;
		while (left <= right) {
			while ((values[left] as number) < pivot) left += 1;
			while ((values[right] as number) > pivot) right -= 1;
			if (left > right) break;
			const kept = values[left] as number;
			values[left++] = values[right] as number;
			values[right--] = kept;
		}
		if (rank <= right) high = right;
		else if (rank >= left) low = left;
		else return;
	}
}
