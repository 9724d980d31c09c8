import { ApiError } from '../api-error.ts';
import type { MemberRow, Store } from '../store/store.ts';

const mostAreas = 50;

/**
 * The values of some areas, in all their figures and periods.
 *
 * @throws {ApiError} 400 when more areas are asked for than a screen can compare
 */
export async function observationsOfAreas(
	store: Store,
	workshopId: string,
	areas: readonly string[]
) {
	if (areas.length > mostAreas) {
		throw new ApiError('malformed', `At most ${mostAreas} areas can be asked for at once.`);
	}
	return areas.length > 0 ? store.observationsOfAreas(workshopId, areas) : [];
}

/** Which figures a workshop knows, and of which areas. */
export async function knownFigures(store: Store, workshopId: string) {
	return {
		indicators: await store.listIndicators(workshopId),
		areas: await store.listAreas(workshopId)
	};
}

/**
 * Answers a question about figures.
 *
 * @throws {ApiError} 400 when more areas are asked for than a screen can compare
 */
export async function askedFigures(
	store: Store,
	{ workshopId, role }: MemberRow,
	asked: URLSearchParams
) {
	const areas = asked.getAll('area');
	if (areas.length > 0) {
		return { observations: await observationsOfAreas(store, workshopId, areas) };
	}
	const indicator = asked.get('indicator');
	if (indicator !== null) {
		const which = {
			indicator,
			version: asked.get('version') ?? '',
			period: asked.get('period') ?? ''
		};
		return { observations: await store.observationsOfIndicator(workshopId, which) };
	}
	return {
		...(await knownFigures(store, workshopId)),
		batches: role === 'facilitator' ? await store.listBatches(workshopId) : []
	};
}
