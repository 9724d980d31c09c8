import { draw, streamOf } from '#lib/domain/valuation/sampling/stream.ts';
import type { Expectation } from '#lib/domain/forecast/expectation.ts';

/** What is known of a made-up group: the part of what it expects that comes true, and its noise in widths. */
export type Habit = { readonly realised: number; readonly noise: number };

/** Of intervals at 80 % these hold 60.1 %: −0.4 ≤ z ≤ 1.6 for a standard normal z. */
export const overconfident: Habit & { coverage: number } = {
	realised: 0.7,
	noise: 0.5,
	coverage: 0.6006
};

/** Makes a history of a group with a habit: ups and downs, percentages and counts, big and small. */
export function makeHistory(
	{ realised, noise }: Habit,
	seed: number,
	count: number
): Expectation[] {
	const stream = streamOf({ seed, recordId: 'history', field: '', replicate: 0 });
	const chance = (place: number) => (draw(stream, place) + 0.5) / 2 ** 32;
	return Array.from({ length: count }, (_, index) => {
		const at = 8 * index;
		const width = 10 ** (4 * chance(at) - 1);
		const direction = chance(at + 1) < 0.5 ? -1 : 1;
		const baseline = 100 * (chance(at + 2) - 0.5) * width;
		const likely = baseline + direction * width;
		const measured =
			baseline + direction * realised * width + noise * normal(chance, at + 3) * width;
		return {
			id: `e${index}`,
			dimension: index % 2 ? 'safety' : 'residents',
			measureType: 'caretaker',
			evidenceLevel: index % 3,
			baseline,
			low: likely - width / 2,
			likely,
			high: likely + width / 2,
			confidence: 0.8,
			measured,
			autonomousChange: 0,
			date: '2028-10-01'
		};
	});
}

/** A standard normal number out of two chances: G.E.P. Box and M.E. Muller (1958). */
function normal(chance: (place: number) => number, at: number): number {
	return Math.sqrt(-2 * Math.log(chance(at))) * Math.cos(2 * Math.PI * chance(at + 1));
}
