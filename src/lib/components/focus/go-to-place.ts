import { focusField } from '#lib/components/critic/focus-field.ts';
import { placeText } from '#lib/components/critic/record-place.ts';
import type { Target } from '#lib/domain/challenge.ts';

/**
 * Goes to what an address names on this screen: the field of an indicator or cause, the record as a
 * whole when no field is named, or a list. Does nothing for what is not here.
 */
export function goToPlace({ kind, id, field }: Target): void {
	const record = document.getElementById(placeText({ kind, id, field: null }));
	if (kind !== 'workshop' && !record) return;
	if (field !== null && focusField(record ?? document, field)) return;
	if (!record) return;
	record.tabIndex = -1;
	record.focus();
}
