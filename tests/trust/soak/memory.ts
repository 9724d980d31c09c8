import type { RunningServer } from '../../server/running-server.ts';

/** What a server says of its own memory, in bytes, at a moment in milliseconds. */
export type Sample = {
	readonly at: number;
	readonly resident: number;
	readonly heap: number;
	/** 99th percentile of the event loop's delay, in seconds. */
	readonly delay: number;
};

/** Reads the metrics of a server. */
export async function sample(server: RunningServer, token: string): Promise<Sample> {
	const visitor = server.visitor();
	visitor.headers = { ...visitor.headers, authorization: `Bearer ${token}` };
	const { text } = await visitor.get('/metrics');
	const read = (name: string) => {
		const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1];
		if (value === undefined) throw new Error(`The metrics have no ${name}.`);
		return Number(value);
	};
	return {
		at: performance.now(),
		resident: read('process_resident_memory_bytes'),
		heap: read('nodejs_heap_size_used_bytes'),
		delay: read('nodejs_eventloop_lag_p99_seconds')
	};
}

/**
 * The lowest value of each stretch of time: what stays after rubbish was cleared away.
 *
 * @param stretch milliseconds
 */
export function floors(
	samples: readonly Sample[],
	value: (of: Sample) => number,
	stretch: number
): { at: number; value: number }[] {
	const start = samples[0]?.at ?? 0;
	const lowest = new Map<number, { at: number; value: number }>();
	for (const one of samples) {
		const place = Math.floor((one.at - start) / stretch);
		const known = lowest.get(place);
		if (!known || value(one) < known.value) lowest.set(place, { at: one.at, value: value(one) });
	}
	return [...lowest.values()];
}

/** Slope of the straight line of least squares through points, per hour. */
export function perHour(points: readonly { at: number; value: number }[]): number {
	const mean = (of: (point: (typeof points)[number]) => number) =>
		points.reduce((sum, point) => sum + of(point), 0) / points.length;
	const at = mean((point) => point.at);
	const value = mean((point) => point.value);
	const spread = points.reduce((sum, point) => sum + (point.at - at) ** 2, 0);
	const together = points.reduce((sum, point) => sum + (point.at - at) * (point.value - value), 0);
	return (together / spread) * 3_600_000;
}
