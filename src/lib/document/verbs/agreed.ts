import { agreedPartOf, refusedAsAgreed, type Place } from '../agreed.ts';
import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import type { Refusal } from '../refusal.ts';
import { rootOf } from '../roots.ts';
import type { RecordKind } from '../shape.ts';
import type { ItemPlace, Writing } from './writing.ts';

type Named = { readonly kind: RecordKind; readonly id: string };
type Guarded = Pick<Writing, 'agreed' | 'maps'>;

/** Gives the refusal of a change of these fields, when one of them was agreed on. */
export function refuseAgreedFields(
	{ agreed }: Guarded,
	{ kind, id }: Named,
	fields: object
): Refusal | undefined {
	return refuse(
		agreed,
		Object.keys(fields).map((field) => [rootOf[kind], keyOf(id), field])
	);
}

/** Gives the refusal of a change of an item, when its list was agreed on. */
export function refuseAgreedItem(
	{ agreed }: Guarded,
	{ kind, id, list }: ItemPlace
): Refusal | undefined {
	return refuse(agreed, [[rootOf[kind], keyOf(id), list]]);
}

/** Gives the refusal to remove an adopted scenario, or a measure that an adopted scenario has. */
export function refuseAgreedRemoval(
	{ agreed, maps }: Guarded,
	{ kind, id }: Named
): Refusal | undefined {
	const places: Place[] = [[rootOf[kind], keyOf(id)]];
	if (kind === 'measure')
		for (const key of maps.scenario.keys()) {
			const scenario = mapIn(maps.scenario, key);
			if (scenario && mapIn(scenario, 'choices')?.has(keyOf(id)))
				places.push([rootOf.scenario, key, 'choices']);
		}
	return refuse(agreed, places);
}

function refuse(agreed: Writing['agreed'], places: readonly Place[]): Refusal | undefined {
	const parts = places.flatMap((place) => agreedPartOf(place) ?? []);
	return parts.some((id) => agreed?.().has(id)) ? refusedAsAgreed : undefined;
}
