import type { MeasureWithEffectsDraft } from '../draft.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { newIdOf, prepareRecord, taken } from './records.ts';
import type { Writing } from './writing.ts';

/** The ids of what was added. */
export type AddedMeasure = { readonly measureId: string; readonly effectIds: readonly string[] };

/** Adds a measure with its contributions and effects in one transaction; when one is refused, all are. */
export function addMeasureWith(
	writing: Writing,
	{ measure, effects }: MeasureWithEffectsDraft
): AddedMeasure | Refusal {
	const measureId = measure.id ?? newIdOf(writing);
	const effectIds = effects.map(({ id }) => id ?? newIdOf(writing));
	const twice = effectIds.find((id, index) => effectIds.indexOf(id) < index);
	if (twice !== undefined) return taken(twice);
	const drafts = effects.map((effect, index) => ({
		...effect,
		id: effectIds[index],
		measureIds: [...new Set([measureId, ...(effect.measureIds ?? [])])]
	}));
	const adding = { measure: [measureId], effect: effectIds };
	const additions = [
		{ kind: 'measure', draft: { ...measure, id: measureId } } as const,
		...drafts.map((draft) => ({ kind: 'effect', draft }) as const)
	];
	const writes: (() => void)[] = [];
	for (const addition of additions) {
		const prepared = prepareRecord(writing, addition, adding);
		if (isRefusal(prepared)) return prepared;
		writes.push(prepared.write);
	}
	writing.commit(() => {
		for (const write of writes) write();
	});
	return { measureId, effectIds };
}
