import type { BoardContent } from '#lib/document/content.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';

type Place = {
	readonly content: Pick<BoardContent, 'scenarios'>;
	readonly shared: { readonly adopted: readonly { readonly scenarioId: string }[] };
	readonly change: WorkshopSession['change'];
};

/**
 * Puts a new measure in the scenario that somebody looks at. Gives false where that was adopted: what was
 * agreed stays as it is, and the new one is to be seen among all measures.
 */
export function putInScenario(place: Place, scenarioId: string, measureId: string): boolean {
	const { content, shared } = place;
	if (shared.adopted.some((one) => one.scenarioId === scenarioId)) return false;
	if (content.scenarios.some(({ id }) => id === scenarioId))
		place.change((board) => board.setChoice(scenarioId, measureId, {}));
	return true;
}
