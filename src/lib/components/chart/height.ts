import type { Drawing } from '#lib/charts/chart.ts';

/** How high a drawing is, in rem: bars that lie across need a row each, with their name above it. */
export function heightOf({ direction, places }: Drawing): number {
	if (direction === 'across' && places.kind === 'named') return places.names.length * 3.5 + 2.5;
	return 19;
}
