import { targetKinds, type Target } from '#lib/domain/challenge.ts';

/**
 * Writes a place in a workshop as the part of an address behind `#`: kind, id and field.
 * Ids hold no points, so the field may. Example: `effect.crisis.evidence.level`.
 */
export function placeText({ kind, id, field }: Target): string {
	return [kind, id, ...(field === null ? [] : [field])].join('.');
}

/** Reads such a place; undefined when it is none. */
export function readPlace(text: string): Target | undefined {
	const [kind, id, ...field] = text.split('.');
	const known = targetKinds.find((one) => one === kind);
	if (!known || !id) return undefined;
	return { kind: known, id, field: field.length > 0 ? field.join('.') : null };
}
