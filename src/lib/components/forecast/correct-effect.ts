import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { Effect } from '#lib/domain/effect.ts';
import {
	correctedEstimate,
	correctionFactor,
	recordPlace
} from '#lib/domain/forecast/own-record.ts';
import type { ReferenceClass } from '#lib/domain/forecast/reference-class.ts';
import { formatPercent } from '#lib/i18n/format.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';

/** Makes the click that corrects an estimate by the group's own record; undefined where nothing can be scaled. */
export function correction(
	session: WorkshopSession,
	{ effect, record }: { readonly effect: Effect; readonly record: ReferenceClass },
	{ t, current }: Tongue
): (() => void) | undefined {
	const part = formatPercent(current, correctionFactor(record));
	const url = `${location.origin}/w/${session.workshopId}${recordPlace}`;
	const text = t('record.reference', { part, n: record.n });
	const fields = correctedEstimate(effect, record, { text, url });
	if (!fields) return undefined;
	// One change of one card, so one step to undo.
	return () => session.change((board) => board.change('effect', effect.id, fields));
}
