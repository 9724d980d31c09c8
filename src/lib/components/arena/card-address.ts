import { readPlace } from '#lib/components/critic/record-place.ts';
import type { OpenCard } from './arena-state.svelte.ts';

/** Reads which card an address asks for, and which field of it: `#effect.crisis.evidence.level`. */
export function cardInAddress(hash: string): OpenCard | undefined {
	const place = readPlace(hash.replace(/^#/, ''));
	if (!place) return undefined;
	const { kind, id, field } = place;
	if (kind !== 'party' && kind !== 'measure' && kind !== 'effect') return undefined;
	return field === null ? { kind, id } : { kind, id, field };
}
