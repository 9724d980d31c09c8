import type { ItemPlace } from './writing.ts';

/** Where each sort of item is kept, by its record and its id, party, measure, name, period or key. */

export function contribution(measureId: string, item: string): ItemPlace {
	return { kind: 'measure', id: measureId, list: 'contributions', item };
}

export function recipient(effectId: string, item: string): ItemPlace {
	return { kind: 'effect', id: effectId, list: 'recipients', item };
}

export function input(effectId: string, item: string): ItemPlace {
	return { kind: 'effect', id: effectId, list: 'inputs', item };
}

export function choice(scenarioId: string, item: string): ItemPlace {
	return { kind: 'scenario', id: scenarioId, list: 'choices', item };
}

export function review(scenarioId: string, item: string): ItemPlace {
	return { kind: 'scenario', id: scenarioId, list: 'reviews', item };
}

export function observation(indicatorId: string, item: string): ItemPlace {
	return { kind: 'indicator', id: indicatorId, list: 'observations', item };
}
