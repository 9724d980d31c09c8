import type { Json } from '../../examples.ts';

/** A place at which a rule must speak: kind, id, field and, where it is about one, the scenario. */
export type Place = readonly [kind: string, id: string, field: string | null, scenario?: string];

/** One cause put into the sound example. */
export type Injection = {
	readonly rule: string;
	readonly inject: (file: Sound) => void;
	/** Where the rule must speak, in the order of findings. */
	readonly at: readonly Place[];
	readonly outcome?: 'review';
	/** Other rules that speak with it, and why that is right. */
	readonly also?: { readonly [rule: string]: string };
	/** Almost the cause: the rule stays silent. */
	readonly nearMiss: (file: Sound) => void;
};

/** The sound example with its records by id, so that a cause is one line. */
export class Sound {
	readonly value: Json;

	constructor(value: Json) {
		this.value = value;
	}

	get settings(): Json {
		return this.value.workshop;
	}

	party = (id: string): Json => this.#record('parties', id);
	indicator = (id: string): Json => this.#record('indicators', id);
	cause = (id: string): Json => this.#record('causes', id);
	measure = (id: string): Json => this.#record('measures', id);
	effect = (id: string): Json => this.#record('effects', id);
	scenario = (id: string): Json => this.#record('scenarios', id);
	round = (id: string): Json => this.#record('rounds', id);
	challenge = (id: string): Json => this.#record('challenges', id);

	/** Leaves only the named measures in a scenario. */
	choose(scenarioId: string, ...measureIds: string[]): void {
		const scenario = this.scenario(scenarioId);
		scenario.choices = scenario.choices.filter(({ measureId }: Json) =>
			measureIds.includes(measureId)
		);
	}

	remove(list: string, id: string): void {
		this.value[list] = this.value[list].filter((record: Json) => record.id !== id);
	}

	#record(list: string, id: string): Json {
		const found = this.value[list].find((record: Json) => record.id === id);
		if (!found) throw new Error(`The sound example has no ${id} in ${list}.`);
		return found;
	}
}
