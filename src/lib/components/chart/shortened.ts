import type { PlaceName } from '#lib/charts/chart.ts';

/** Measures how wide a text is. */
type Measure = Pick<CanvasRenderingContext2D, 'measureText'>;

/** Gives a name on one line; where it is wider than its place, its first part ends in an ellipsis. */
export function shortened(name: PlaceName, brush: Measure, width: number): string {
	const [first, last] = typeof name === 'string' ? [name, ''] : [name[0], `: ${name[1]}`];
	const fits = (text: string) => brush.measureText(text + last).width <= width;
	if (fits(first)) return first + last;
	let length = first.length - 1;
	while (length > 1 && !fits(`${first.slice(0, length).trimEnd()}…`)) length -= 1;
	return `${first.slice(0, length).trimEnd()}…${last}`;
}
