import type { Scenario } from '#lib/domain/scenario.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { everythingId } from '#lib/live/shown-scenario.svelte.ts';

/** Gives the stand-in for boards without scenarios its name, so that no id comes on paper. */
export function withNames(file: WorkshopFile, t: Translate): WorkshopFile {
	const named = (scenario: Scenario) =>
		scenario.id === everythingId
			? { ...scenario, title: t('arena.scenario.everything') }
			: scenario;
	return { ...file, scenarios: file.scenarios.map(named) };
}

/** What a paper can be about: every scenario that was made, else all measures together. */
export function paperOptions(scenarios: readonly Scenario[], t: Translate) {
	const made = scenarios.map(({ id, title }) => ({ value: id, label: title }));
	if (made.length > 0) return made;
	return [{ value: everythingId, label: t('arena.scenario.everything') }];
}
