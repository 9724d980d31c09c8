import type {
	AreaObservation,
	KnownArea,
	ObservedIndicator
} from '#lib/domain/area/area-observation.ts';
import { importLimits } from './limits.ts';
import { Refused, type Problems } from './problem.ts';
import { PlaceByKey } from './place-by-key.ts';

/** Gathers what a file says: each value once, with what contradicts it. */
export class Accumulator {
	readonly problems: Problems;
	/** The year of the division into areas to which the codes belong, where the source says it. */
	vintage: number | undefined;
	readonly #kept: AreaObservation[] = [];
	readonly #lines: number[] = [];
	readonly #places = new PlaceByKey();
	/** Names of municipalities, by code, as rows of smaller areas give them. */
	readonly municipalityNames = new Map<string, string>();
	readonly #indicators = new Map<string, ObservedIndicator>();
	readonly #areas = new Map<string, KnownArea>();
	/** Places of values that are contradicted: neither value is taken. */
	readonly #contested = new Set<number>();

	constructor(problems: Problems) {
		this.problems = problems;
	}

	/** Adds a value; the same value again is dropped with a notice, another value is an error of both lines. */
	add(observation: AreaObservation, line: number): void {
		const place = this.#places.placeOf(observation, this.#kept.length);
		const known = this.#kept[place];
		if (!known) {
			if (place >= importLimits.values) {
				throw new Refused('too-many-values', { values: { most: importLimits.values } });
			}
			this.#kept.push(observation);
			this.#lines.push(line);
			return;
		}
		const first = this.#lines[place] ?? line;
		if (known.value === observation.value && known.status === observation.status) {
			this.problems.add('same-twice', line, { first });
			return;
		}
		this.#contested.add(place);
		const { area, period, indicator } = observation;
		this.problems.add('conflicting-values', line, { first, area, period, indicator });
	}

	addIndicator(indicator: ObservedIndicator): void {
		if (!this.#indicators.has(indicator.key)) this.#indicators.set(indicator.key, indicator);
	}

	/** Adds an area; a name or an outline adds to what is known of it. */
	addArea(area: KnownArea): void {
		const known = this.#areas.get(area.code);
		if (!known || (known.name === '' && area.name !== '') || area.geometry) {
			this.#areas.set(area.code, { ...known, ...area });
		}
	}

	get observations(): AreaObservation[] {
		if (this.#contested.size === 0) return this.#kept;
		return this.#kept.filter((_, place) => !this.#contested.has(place));
	}

	get indicators(): ObservedIndicator[] {
		return [...this.#indicators.values()];
	}

	get areas(): KnownArea[] {
		return [...this.#areas.values()];
	}
}
