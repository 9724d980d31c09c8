import type { Tongue } from '#lib/components/arena/number-text.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import { everythingId, type ShownScenario } from '#lib/live/shown-scenario.svelte.ts';

/** A scenario as somebody can choose it. */
export type ScenarioOption = { readonly value: string; readonly label: string };

/**
 * Lists the scenarios that can be looked at, doing nothing first; as long as nobody made one, all measures
 * together stand in.
 */
export function scenarioOptions(
	scenarios: readonly Pick<Scenario, 'id' | 'title'>[],
	{ t }: Pick<Tongue, 't'>
): ScenarioOption[] {
	const made = scenarios.map(({ id, title }) => ({ value: id, label: title }));
	const standIn = { value: everythingId, label: t('arena.scenario.everything') };
	return [
		{ value: doNothingId, label: t('arena.scenario.do-nothing') },
		...(made.length > 0 ? made : [standIn])
	];
}

/** Gives the option that this person looks at; a scenario that was removed gives way to the first one left. */
export function shownOption(options: readonly ScenarioOption[], shown: ShownScenario): string {
	const [doNothing, first = doNothing] = options.map(({ value }) => value);
	return shown.among(
		options.map(({ value }) => value),
		first ?? doNothingId
	);
}
