import { doNothingId } from '../identifier.ts';
import type { Scenario } from '../scenario.ts';
import type { Language } from '../vocabulary.ts';
import type { WorkshopFile } from '../workshop-file.ts';

const titles: Record<Language, string> = { nl: 'Niets doen', en: 'Do nothing' };

/** A scenario as far as its value depends on it. */
export type ValuedScenario = Pick<Scenario, 'id' | 'title' | 'choices'>;

/** Gives the scenarios to value: doing nothing first, then those asked for in the order of the file. */
export function scenariosToValue(
	{ workshop, scenarios }: WorkshopFile,
	scenarioIds: readonly string[] | undefined
): ValuedScenario[] {
	const doNothing = { id: doNothingId, title: titles[workshop.language], choices: [] };
	const asked = scenarios.filter(({ id }) => scenarioIds?.includes(id) ?? true);
	return [doNothing, ...asked];
}
