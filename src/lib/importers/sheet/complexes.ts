import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { Accumulator } from '../accumulator.ts';
import type { Aggregation } from '../settings.ts';

type Pile = {
	readonly first: AreaObservation;
	readonly values: (number | null)[];
	readonly how: Aggregation;
	line: number;
	/** One of the values may still change, and so may the sum. */
	mayChange: boolean;
};

/** Adds up what is registered per complex into one value per area, in the way that a person chose. */
export class Complexes {
	readonly #piles = new Map<string, Pile>();
	readonly #into: Accumulator;

	constructor(into: Accumulator) {
		this.#into = into;
	}

	add(observation: AreaObservation, how: Aggregation, line: number): void {
		const { area, period, indicator } = observation;
		const key = `${area}\t${period}\t${indicator}`;
		const pile = this.#piles.get(key) ?? {
			first: observation,
			values: [],
			how,
			line,
			mayChange: false
		};
		pile.values.push(observation.value);
		pile.line = line;
		pile.mayChange ||= observation.status === 'provisional';
		this.#piles.set(key, pile);
	}

	/** With one complex missing the sum is missing: it is not known, not smaller. */
	finish(): void {
		for (const { first, values, how, line, mayChange } of this.#piles.values()) {
			const known = values.filter((value) => value !== null);
			const whole = known.length === values.length;
			const sum = known.reduce((total, value) => total + value, 0);
			const value = !whole ? null : how === 'mean' ? sum / values.length : sum;
			const measured = mayChange ? 'provisional' : 'ok';
			this.#into.add({ ...first, value, status: whole ? measured : 'missing' }, line);
		}
		const most = Math.max(0, ...[...this.#piles.values()].map(({ values }) => values.length));
		if (most > 1) this.#into.problems.add('added-up', undefined, { most });
	}
}
