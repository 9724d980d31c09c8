import { keyOf } from '../key.ts';
import { mapIn } from '../maps.ts';
import { gone, type Refusal } from '../refusal.ts';
import { recordFields, settingsFields, type RecordKind } from '../shape.ts';
import { writeText } from './write-fields.ts';
import type { Writing } from './writing.ts';

export type TextKind = RecordKind | 'workshop';

type TextPlace = { readonly kind: TextKind; readonly id: string; readonly field: string };

/**
 * Writes words into a long text; for the workshop's question the id is not looked at.
 * @throws TypeError for a field that is no long text: a mistake in the program.
 */
export function setText(
	{ maps, commit }: Writing,
	{ kind, id, field }: TextPlace,
	words: string
): Refusal | undefined {
	const fields = kind === 'workshop' ? settingsFields : recordFields[kind];
	if (fields[field]?.as !== 'text') throw new TypeError(`"${field}" of a ${kind} is no long text.`);
	const map = kind === 'workshop' ? maps.workshop : mapIn(maps[kind], keyOf(id));
	if (!map) return gone('', id);
	commit(() => writeText(map, field, words), `${kind}.${id}.${field}`);
	return undefined;
}
