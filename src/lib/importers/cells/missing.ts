import type { ObservationStatus } from '#lib/domain/area/area-observation.ts';

/**
 * How programs write that there is no number. A point and the large negative numbers are how Statistics
 * Netherlands says that it does not publish one; `<5` hides a small count.
 */
const markers = new Map<string, ObservationStatus>([
	...['', '-', '--', 'na', 'n/a', 'nan', 'null', 'n.b.', 'nb', 'onbekend', 'unknown'].map(
		(text) => [text, 'missing'] as const
	),
	...['#n/b', '#n/a', '#na', 'leeg'].map((text) => [text, 'missing'] as const),
	...['.', '-99995', '-99996', '-99997', '-99998', '-99999', '-99999999', '-99999997'].map(
		(text) => [text, 'not-published'] as const
	)
]);

/** Reads a cell that says why there is no number; undefined when it holds something else. */
export function readMissing(cell: string): ObservationStatus | undefined {
	const marker = markers.get(cell.length < 12 ? cell.toLowerCase() : 'too long');
	if (marker) return marker;
	return /^<\s?\d+$/.test(cell) ? 'suppressed' : undefined;
}
