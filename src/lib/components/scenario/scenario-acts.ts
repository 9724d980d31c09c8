import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import type { ComparedScenarios } from './compared-scenarios.svelte.ts';

/** What can be done with a scenario; doing nothing is not one of those. */
export type ScenarioAct = 'edit' | 'copy' | 'remove';

/** The longest title that a scenario gets by itself. */
const longestTitle = 300;

/** Copies a scenario and shows the copy beside it; the original stays as it is. */
export function copyBeside(
	session: WorkshopSession,
	compared: ComparedScenarios,
	{ id, title }: { readonly id: string; readonly title: string }
): string | undefined {
	const copy = session.change((board) => board.copyScenario(id, title.slice(0, longestTitle)));
	if (copy !== undefined) compared.add(copy, id);
	return copy;
}

/** What a new scenario begins with. */
export type Beginning = 'empty' | 'everything';

/** Makes a scenario and shows it. */
export function makeScenario(
	session: WorkshopSession,
	compared: ComparedScenarios,
	{ title, beginning }: { readonly title: string; readonly beginning: Beginning }
): string | undefined {
	const measures = beginning === 'everything' ? session.content.measures : [];
	const choices = measures.map(({ id }) => ({ measureId: id }));
	const id = session.change((board) => board.addScenario({ title, choices }));
	if (id !== undefined) compared.add(id);
	return id;
}
